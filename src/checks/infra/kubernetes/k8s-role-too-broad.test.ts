import { infraCases } from "../../../testing/infra-cases.ts";
import { k8sRoleTooBroad } from "./k8s-role-too-broad.ts";
import { manifest, podOf, template } from "./testing/manifests.ts";

infraCases(k8sRoleTooBroad, {
  fail: [
    manifest(
      "apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRoleBinding\nmetadata: {name: b}\nroleRef: {kind: ClusterRole, name: cluster-admin}\nsubjects: [{kind: ServiceAccount, name: pipeline-runner}]",
    ),
    manifest(
      "apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRoleBinding\nmetadata: {name: b}\nroleRef: {kind: ClusterRole, name: cluster-admin}\nsubjects: [{kind: Group, name: 'system:authenticated'}]",
    ),
    manifest(
      "apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRoleBinding\nmetadata: {name: b}\nroleRef: {kind: ClusterRole, name: cluster-admin}\nsubjects: [{kind: ServiceAccount, name: operator}]",
    ),
    manifest(
      "apiVersion: rbac.authorization.k8s.io/v1\nkind: RoleBinding\nmetadata: {name: b}\nroleRef: {kind: ClusterRole, name: cluster-admin}\nsubjects: [{kind: ServiceAccount, name: mine}]",
      podOf("ollama/ollama:1", "", "serviceAccountName: mine"),
    ),
    manifest(
      "apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRoleBinding\nmetadata: {name: b}\nroleRef: {kind: ClusterRole, name: own}\nsubjects: [{kind: ServiceAccount, name: default-editor}]",
      "apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: {name: own}\nrules: [{apiGroups: ['*'], resources: ['*'], verbs: ['*']}]",
    ),
    manifest(
      "apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRoleBinding\nmetadata: {name: b}\nroleRef: {kind: ClusterRole, name: own}\nsubjects: [{kind: ServiceAccount, name: hub}]",
      "apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: {name: own}\nrules: [{apiGroups: [''], resources: [secrets], verbs: [get]}]",
    ),
    manifest(
      "apiVersion: rbac.authorization.k8s.io/v1\nkind: RoleBinding\nmetadata: {name: b}\nroleRef: {kind: ClusterRole, name: own}\nsubjects: [{kind: ServiceAccount, name: argo}]",
      "apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: {name: own}\nrules: [{apiGroups: [rbac.authorization.k8s.io], resources: [roles], verbs: [escalate]}]",
    ),
  ],
  pass: [
    manifest(
      "apiVersion: rbac.authorization.k8s.io/v1\nkind: RoleBinding\nmetadata: {name: b}\nroleRef: {kind: ClusterRole, name: view}\nsubjects: [{kind: ServiceAccount, name: pipeline-runner}]",
    ),
    manifest(
      "apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRoleBinding\nmetadata: {name: b}\nroleRef: {kind: ClusterRole, name: cluster-admin}\nsubjects: [{kind: User, name: jane}]",
    ),
    manifest(
      "apiVersion: rbac.authorization.k8s.io/v1\nkind: RoleBinding\nmetadata: {name: b}\nroleRef: {kind: ClusterRole, name: own}\nsubjects: [{kind: ServiceAccount, name: hub}]",
      "apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: {name: own}\nrules: [{apiGroups: [''], resources: [pods], verbs: [get, list]}]",
    ),
  ],
  unknown: [
    manifest(
      "apiVersion: rbac.authorization.k8s.io/v1\nkind: RoleBinding\nmetadata: {name: b}\nroleRef: {kind: Role, name: elsewhere}\nsubjects: [{kind: ServiceAccount, name: hub}]",
    ),
    template(
      "apiVersion: rbac.authorization.k8s.io/v1\nkind: RoleBinding\nmetadata: {name: b}\nroleRef: {kind: Role, name: '{{ .Values.x }}'}\nsubjects: [{kind: ServiceAccount, name: hub}]",
    ),
  ],
});
