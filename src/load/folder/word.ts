import type { Location, Span } from "../../core/index.ts";

/** Whose arrangement of files a folder has, by what a file in it says. */
export type Layout =
  | "transformers"
  | "diffusers"
  | "sentence-transformers"
  | "adapter"
  | "index"
  | "mlflow"
  | "onnx";

/** What another file or folder is to the one that names it. */
export type MentionRole =
  /** Python that the loader imports. */
  | "code"
  /** The same, which is imported by its name where no such file is there. */
  | "module"
  /** A file that holds a part of the weights. */
  | "shard"
  /** Numbers of tensors that lie outside the file of the model. */
  | "data"
  /** A module in such a folder, by its path without a suffix, that the loader imports by name: `symbol`. */
  | "loader"
  /** A folder that the loader puts on Python's path. */
  | "code-folder";

/** A file or folder that a file names. */
export interface Mention {
  readonly role: MentionRole;
  /** Where the file says it: `auto_map.AutoModel`. */
  readonly key: string;
  /** As the loader looks for it, from the folder of the file that names it. */
  readonly name: string;
  /** What is taken from it: a class of a module. */
  readonly symbol?: string;
  /** Bytes that must be there. */
  readonly bytes?: number;
  /** True where the loader looks elsewhere if it is not there. */
  readonly isOptional?: boolean;
}

/** What a file of a model says of the files around it, as it travels between threads. */
export interface Word<At = Pick<Location, "line" | "column" | "endLine" | "endColumn">> {
  readonly layout?: Layout;
  /** What the model is called: its class, its base. */
  readonly title?: string;
  /** Libraries that load it: flavors of MLflow. */
  readonly libraries?: readonly string[];
  /** True where loading it follows a pickle. */
  readonly isPickle?: boolean;
  /** True where it names operators that somebody must bring. */
  readonly hasOwnOperators?: boolean;
  readonly mentions: readonly (Mention & { readonly at?: At })[];
}

/** The same with offsets into the text of the file, before it is known where that is for a person. */
export type ReadWord = Word<Span>;
