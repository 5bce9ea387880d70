using ReadinessPassport.Vocabulary;

namespace ReadinessPassport.Service.Platform.Storage;

/// <summary>What can go wrong between the hub and its database, each code declared here and nowhere else.</summary>
internal static class StorageErrors
{
    /// <summary>RP5001: no PostgreSQL binaries on this machine and no outside database configured.</summary>
    public static PassportException NoBinaries(IEnumerable<string> looked) => new(
        "RP5001", ExitCode.Unreachable,
        $"No PostgreSQL 15 or later found; looked in {string.Join(", ", looked)}.",
        "apt-get install postgresql, or name a database in ConnectionStrings__Passport, __Web and __Linkage");

    /// <summary>RP5002: this account may not start the cluster in that folder.</summary>
    public static PassportException WrongAccount(string folder, string found, string expected) => new(
        "RP5002", ExitCode.Unreachable,
        $"{folder}: the embedded cluster runs as {expected}; this process runs as {found}.",
        $"Run passport-hub as {expected}, or give another folder with --data.");

    /// <summary>RP5003: PostgreSQL is there and did not start.</summary>
    public static PassportException DidNotStart(string step, string log, string lastLine) => new(
        "RP5003", ExitCode.Unreachable,
        $"PostgreSQL: {step} failed: {lastLine}",
        $"Read {log}; the cluster's files are untouched.");

    /// <summary>RP5004: a server runs on the cluster's files and does not accept the hub.</summary>
    public static PassportException Foreign(string folder, string reason) => new(
        "RP5004", ExitCode.Unreachable,
        $"{folder}: a PostgreSQL server is running on these files and does not let the hub in ({reason}).",
        "Stop that server, or give another folder with --data.");

    /// <summary>RP5005: two processes start the same cluster and the other does not finish.</summary>
    public static PassportException Busy(string folder) => new(
        "RP5005", ExitCode.Unreachable,
        $"{folder}: another process has been starting or stopping this cluster for more than two minutes.",
        "Wait for it or end it, then start again.");

    /// <summary>RP5006: the outside database lacks a role, and the account given may not create it.</summary>
    public static PassportException NoRole(string role) => new(
        "RP5006", ExitCode.Unreachable,
        $"The database has no role {role}, and the account in ConnectionStrings__Passport may not create it.",
        $"As a superuser: create role {role} login password '…';  then passport-hub migrate");

    /// <summary>RP5007: a role needs an address that was not given.</summary>
    public static PassportException NoAddress(string name) => new(
        "RP5007", ExitCode.Usage,
        $"An outside database is configured, but ConnectionStrings__{name} is missing.",
        $"Set ConnectionStrings__{name}; docs/how-to/run-a-hub.md lists the three.");

    /// <summary>RP5008: a numbered migration failed; the database is as it was before that number.</summary>
    public static PassportException MigrationFailed(string script, Exception cause) => new(
        "RP5008", ExitCode.Unexpected,
        $"Migration {script} failed and was rolled back: {cause.Message}",
        "Nothing was half-applied. Report this with the message above.", cause);

    /// <summary>RP5009: the database cannot be reached.</summary>
    public static PassportException Unreachable(string reason) => new(
        "RP5009", ExitCode.Unreachable,
        $"The database does not answer: {reason}",
        "Check that it runs and that the connection strings are right; safe to try again.");

    /// <summary>RP5010: the database was migrated by another version, or not at all.</summary>
    public static PassportException NotMigrated(string missing) => new(
        "RP5010", ExitCode.Unreachable,
        $"The database lacks migration {missing}.",
        "passport-hub migrate");
}
