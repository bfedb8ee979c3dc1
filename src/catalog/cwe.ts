import type { Control } from "./framework.ts";

// Number and official name, as of CWE 4.20, of the weaknesses that checks name or may soon name:
// those in code, configuration, data and AI. Weaknesses of hardware are left out, and so are CWE's
// categories and views, which are no weaknesses.
const weaknesses = `
20|Improper Input Validation
22|Improper Limitation of a Pathname to a Restricted Directory ('Path Traversal')
23|Relative Path Traversal
36|Absolute Path Traversal
59|Improper Link Resolution Before File Access ('Link Following')
73|External Control of File Name or Path
74|Improper Neutralization of Special Elements in Output Used by a Downstream Component ('Injection')
77|Improper Neutralization of Special Elements used in a Command ('Command Injection')
78|Improper Neutralization of Special Elements used in an OS Command ('OS Command Injection')
79|Improper Neutralization of Input During Web Page Generation ('Cross-site Scripting')
80|Improper Neutralization of Script-Related HTML Tags in a Web Page (Basic XSS)
88|Improper Neutralization of Argument Delimiters in a Command ('Argument Injection')
89|Improper Neutralization of Special Elements used in an SQL Command ('SQL Injection')
90|Improper Neutralization of Special Elements used in an LDAP Query ('LDAP Injection')
91|XML Injection (aka Blind XPath Injection)
94|Improper Control of Generation of Code ('Code Injection')
95|Improper Neutralization of Directives in Dynamically Evaluated Code ('Eval Injection')
96|Improper Neutralization of Directives in Statically Saved Code ('Static Code Injection')
98|Improper Control of Filename for Include/Require Statement in PHP Program ('PHP Remote File Inclusion')
99|Improper Control of Resource Identifiers ('Resource Injection')
113|Improper Neutralization of CRLF Sequences in HTTP Headers ('HTTP Request/Response Splitting')
114|Process Control
116|Improper Encoding or Escaping of Output
117|Improper Output Neutralization for Logs
134|Use of Externally-Controlled Format String
150|Improper Neutralization of Escape, Meta, or Control Sequences
155|Improper Neutralization of Wildcards or Matching Symbols
176|Improper Handling of Unicode Encoding
178|Improper Handling of Case Sensitivity
184|Incomplete List of Disallowed Inputs
185|Incorrect Regular Expression
200|Exposure of Sensitive Information to an Unauthorized Actor
201|Insertion of Sensitive Information Into Sent Data
203|Observable Discrepancy
208|Observable Timing Discrepancy
209|Generation of Error Message Containing Sensitive Information
212|Improper Removal of Sensitive Information Before Storage or Transfer
213|Exposure of Sensitive Information Due to Incompatible Policies
214|Invocation of Process Using Visible Sensitive Information
215|Insertion of Sensitive Information Into Debugging Code
219|Storage of File with Sensitive Data Under Web Root
223|Omission of Security-relevant Information
226|Sensitive Information in Resource Not Removed Before Reuse
250|Execution with Unnecessary Privileges
252|Unchecked Return Value
256|Plaintext Storage of a Password
257|Storing Passwords in a Recoverable Format
259|Use of Hard-coded Password
260|Password in Configuration File
261|Weak Encoding for Password
266|Incorrect Privilege Assignment
269|Improper Privilege Management
272|Least Privilege Violation
276|Incorrect Default Permissions
277|Insecure Inherited Permissions
279|Incorrect Execution-Assigned Permissions
281|Improper Preservation of Permissions
284|Improper Access Control
285|Improper Authorization
287|Improper Authentication
288|Authentication Bypass Using an Alternate Path or Channel
290|Authentication Bypass by Spoofing
294|Authentication Bypass by Capture-replay
295|Improper Certificate Validation
296|Improper Following of a Certificate's Chain of Trust
297|Improper Validation of Certificate with Host Mismatch
298|Improper Validation of Certificate Expiration
299|Improper Check for Certificate Revocation
300|Channel Accessible by Non-Endpoint
306|Missing Authentication for Critical Function
307|Improper Restriction of Excessive Authentication Attempts
311|Missing Encryption of Sensitive Data
312|Cleartext Storage of Sensitive Information
313|Cleartext Storage in a File or on Disk
319|Cleartext Transmission of Sensitive Information
321|Use of Hard-coded Cryptographic Key
322|Key Exchange without Entity Authentication
323|Reusing a Nonce, Key Pair in Encryption
324|Use of a Key Past its Expiration Date
325|Missing Cryptographic Step
326|Inadequate Encryption Strength
327|Use of a Broken or Risky Cryptographic Algorithm
328|Use of Weak Hash
329|Generation of Predictable IV with CBC Mode
330|Use of Insufficiently Random Values
331|Insufficient Entropy
335|Incorrect Usage of Seeds in Pseudo-Random Number Generator (PRNG)
336|Same Seed in Pseudo-Random Number Generator (PRNG)
337|Predictable Seed in Pseudo-Random Number Generator (PRNG)
338|Use of Cryptographically Weak Pseudo-Random Number Generator (PRNG)
340|Generation of Predictable Numbers or Identifiers
345|Insufficient Verification of Data Authenticity
346|Origin Validation Error
347|Improper Verification of Cryptographic Signature
348|Use of Less Trusted Source
349|Acceptance of Extraneous Untrusted Data With Trusted Data
350|Reliance on Reverse DNS Resolution for a Security-Critical Action
352|Cross-Site Request Forgery (CSRF)
353|Missing Support for Integrity Check
354|Improper Validation of Integrity Check Value
359|Exposure of Private Personal Information to an Unauthorized Actor
362|Concurrent Execution using Shared Resource with Improper Synchronization ('Race Condition')
367|Time-of-check Time-of-use (TOCTOU) Race Condition
377|Insecure Temporary File
378|Creation of Temporary File With Insecure Permissions
379|Creation of Temporary File in Directory with Insecure Permissions
384|Session Fixation
390|Detection of Error Condition Without Action
391|Unchecked Error Condition
396|Declaration of Catch for Generic Exception
397|Declaration of Throws for Generic Exception
400|Uncontrolled Resource Consumption
401|Missing Release of Memory after Effective Lifetime
404|Improper Resource Shutdown or Release
405|Asymmetric Resource Consumption (Amplification)
407|Inefficient Algorithmic Complexity
409|Improper Handling of Highly Compressed Data (Data Amplification)
419|Unprotected Primary Channel
420|Unprotected Alternate Channel
425|Direct Request ('Forced Browsing')
426|Untrusted Search Path
427|Uncontrolled Search Path Element
428|Unquoted Search Path or Element
434|Unrestricted Upload of File with Dangerous Type
436|Interpretation Conflict
441|Unintended Proxy or Intermediary ('Confused Deputy')
444|Inconsistent Interpretation of HTTP Requests ('HTTP Request/Response Smuggling')
451|User Interface (UI) Misrepresentation of Critical Information
459|Incomplete Cleanup
470|Use of Externally-Controlled Input to Select Classes or Code ('Unsafe Reflection')
471|Modification of Assumed-Immutable Data (MAID)
476|NULL Pointer Dereference
477|Use of Obsolete Function
489|Active Debug Code
494|Download of Code Without Integrity Check
497|Exposure of Sensitive System Information to an Unauthorized Control Sphere
501|Trust Boundary Violation
502|Deserialization of Untrusted Data
506|Embedded Malicious Code
507|Trojan Horse
509|Replicating Malicious Code (Virus or Worm)
510|Trapdoor
511|Logic/Time Bomb
521|Weak Password Requirements
522|Insufficiently Protected Credentials
523|Unprotected Transport of Credentials
524|Use of Cache Containing Sensitive Information
526|Cleartext Storage of Sensitive Information in an Environment Variable
527|Exposure of Version-Control Repository to an Unauthorized Control Sphere
530|Exposure of Backup File to an Unauthorized Control Sphere
532|Insertion of Sensitive Information into Log File
538|Insertion of Sensitive Information into Externally-Accessible File or Directory
540|Inclusion of Sensitive Information in Source Code
547|Use of Hard-coded, Security-relevant Constants
548|Exposure of Information Through Directory Listing
552|Files or Directories Accessible to External Parties
565|Reliance on Cookies without Validation and Integrity Checking
573|Improper Following of Specification by Caller
598|Use of HTTP Request With Sensitive Query String
601|URL Redirection to Untrusted Site ('Open Redirect')
602|Client-Side Enforcement of Server-Side Security
605|Multiple Binds to the Same Port
606|Unchecked Input for Loop Condition
610|Externally Controlled Reference to a Resource in Another Sphere
611|Improper Restriction of XML External Entity Reference
613|Insufficient Session Expiration
614|Sensitive Cookie in HTTPS Session Without 'Secure' Attribute
615|Inclusion of Sensitive Information in Source Code Comments
617|Reachable Assertion
620|Unverified Password Change
636|Not Failing Securely ('Failing Open')
638|Not Using Complete Mediation
639|Authorization Bypass Through User-Controlled Key
640|Weak Password Recovery Mechanism for Forgotten Password
643|Improper Neutralization of Data within XPath Expressions ('XPath Injection')
644|Improper Neutralization of HTTP Headers for Scripting Syntax
648|Incorrect Use of Privileged APIs
650|Trusting HTTP Permission Methods on the Server Side
653|Improper Isolation or Compartmentalization
662|Improper Synchronization
664|Improper Control of a Resource Through its Lifetime
665|Improper Initialization
667|Improper Locking
668|Exposure of Resource to Wrong Sphere
669|Incorrect Resource Transfer Between Spheres
670|Always-Incorrect Control Flow Implementation
672|Operation on a Resource after Expiration or Release
673|External Influence of Sphere Definition
674|Uncontrolled Recursion
676|Use of Potentially Dangerous Function
682|Incorrect Calculation
684|Incorrect Provision of Specified Functionality
691|Insufficient Control Flow Management
693|Protection Mechanism Failure
696|Incorrect Behavior Order
697|Incorrect Comparison
703|Improper Check or Handling of Exceptional Conditions
704|Incorrect Type Conversion or Cast
706|Use of Incorrectly-Resolved Name or Reference
707|Improper Neutralization
710|Improper Adherence to Coding Standards
732|Incorrect Permission Assignment for Critical Resource
749|Exposed Dangerous Method or Function
754|Improper Check for Unusual or Exceptional Conditions
755|Improper Handling of Exceptional Conditions
756|Missing Custom Error Page
757|Selection of Less-Secure Algorithm During Negotiation ('Algorithm Downgrade')
759|Use of a One-Way Hash without a Salt
760|Use of a One-Way Hash with a Predictable Salt
770|Allocation of Resources Without Limits or Throttling
772|Missing Release of Resource after Effective Lifetime
776|Improper Restriction of Recursive Entity References in DTDs ('XML Entity Expansion')
778|Insufficient Logging
779|Logging of Excessive Data
780|Use of RSA Algorithm without OAEP
787|Out-of-bounds Write
789|Memory Allocation with Excessive Size Value
798|Use of Hard-coded Credentials
799|Improper Control of Interaction Frequency
807|Reliance on Untrusted Inputs in a Security Decision
827|Improper Control of Document Type Definition
829|Inclusion of Functionality from Untrusted Control Sphere
830|Inclusion of Web Functionality from an Untrusted Source
834|Excessive Iteration
835|Loop with Unreachable Exit Condition ('Infinite Loop')
838|Inappropriate Encoding for Output Context
841|Improper Enforcement of Behavioral Workflow
862|Missing Authorization
863|Incorrect Authorization
908|Use of Uninitialized Resource
912|Hidden Functionality
913|Improper Control of Dynamically-Managed Code Resources
915|Improperly Controlled Modification of Dynamically-Determined Object Attributes
916|Use of Password Hash With Insufficient Computational Effort
917|Improper Neutralization of Special Elements used in an Expression Language Statement ('Expression Language Injection')
918|Server-Side Request Forgery (SSRF)
921|Storage of Sensitive Data in a Mechanism without Access Control
922|Insecure Storage of Sensitive Information
923|Improper Restriction of Communication Channel to Intended Endpoints
924|Improper Enforcement of Message Integrity During Transmission in a Communication Channel
940|Improper Verification of Source of a Communication Channel
942|Permissive Cross-domain Security Policy with Untrusted Domains
943|Improper Neutralization of Special Elements in Data Query Logic
1004|Sensitive Cookie Without 'HttpOnly' Flag
1007|Insufficient Visual Distinction of Homoglyphs Presented to User
1021|Improper Restriction of Rendered UI Layers or Frames
1038|Insecure Automated Optimizations
1039|Inadequate Detection or Handling of Adversarial Input Perturbations in Automated Recognition Mechanism
1059|Insufficient Technical Documentation
1088|Synchronous Access of Remote Resource without Timeout
1104|Use of Unmaintained Third Party Components
1125|Excessive Attack Surface
1173|Improper Use of Validation Framework
1176|Inefficient CPU Computation
1188|Initialization of a Resource with an Insecure Default
1204|Generation of Weak Initialization Vector (IV)
1220|Insufficient Granularity of Access Control
1230|Exposure of Sensitive Information Through Metadata
1236|Improper Neutralization of Formula Elements in a CSV File
1240|Use of a Cryptographic Primitive with a Risky Implementation
1241|Use of Predictable Algorithm in Random Number Generator
1275|Sensitive Cookie with Improper SameSite Attribute
1284|Improper Validation of Specified Quantity in Input
1285|Improper Validation of Specified Index, Position, or Offset in Input
1286|Improper Validation of Syntactic Correctness of Input
1287|Improper Validation of Specified Type of Input
1289|Improper Validation of Unsafe Equivalence in Input
1295|Debug Messages Revealing Unnecessary Information
1321|Improperly Controlled Modification of Object Prototype Attributes ('Prototype Pollution')
1325|Improperly Controlled Sequential Memory Allocation
1327|Binding to an Unrestricted IP Address
1329|Reliance on Component That is Not Updateable
1333|Inefficient Regular Expression Complexity
1336|Improper Neutralization of Special Elements Used in a Template Engine
1339|Insufficient Precision or Accuracy of a Real Number
1357|Reliance on Insufficiently Trustworthy Component
1385|Missing Origin Validation in WebSockets
1390|Weak Authentication
1391|Use of Weak Credentials
1392|Use of Default Credentials
1393|Use of Default Password
1394|Use of Default Cryptographic Key
1395|Dependency on Vulnerable Third-Party Component
1426|Improper Validation of Generative AI Output
1427|Improper Neutralization of Input Used for LLM Prompting
1428|Reliance on HTTP instead of HTTPS
1434|Insecure Setting of Generative AI/ML Model Inference Parameters
`;

/** The weaknesses of the Common Weakness Enumeration that checks use. */
export function cwe(): readonly Control[] {
  return weaknesses
    .trim()
    .split("\n")
    .map((line) => {
      const [number = "", title = ""] = line.split("|");
      return {
        id: `CWE-${number}`,
        framework: "CWE",
        kind: "weakness",
        title,
        url: `https://cwe.mitre.org/data/definitions/${number}.html`,
      };
    });
}
