using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Npgsql;
using ReadinessPassport.Service.Platform.Storage;
using ReadinessPassport.Vocabulary;

namespace ReadinessPassport.Service.Platform.SignIn;

/// <summary>Staff accounts in PostgreSQL, and the check of a password, which takes as long for an account that does not exist.</summary>
internal sealed class People(WebDatabase database, TimeProvider clock)
{
    private const int FailuresBeforeLock = 5;
    private static readonly TimeSpan LockedFor = TimeSpan.FromMinutes(15);

    // PBKDF2-HMAC-SHA512 with the iterations OWASP advises (2023).
    private static readonly PasswordHasher<object> Hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = 210_000 }));
    private static readonly object Nobody = new();
    private static readonly string HashOfNothing = Hasher.HashPassword(Nobody, Guid.NewGuid().ToString());

    private const string Columns = "p.id, p.email, p.agency, array(select role from identity.person_role r where r.person = p.id order by role)";

    /// <summary>The account, when it is open and its agency is not suspended.</summary>
    public async Task<Person?> FindAsync(Guid id, CancellationToken ct)
    {
        await using var command = database.Source.CreateCommand(
            $"select {Columns} from identity.person p join identity.agency a on a.code = p.agency where p.id = $1 and p.disabled_at is null and a.state = 'active'");
        command.Parameters.Add(new() { Value = id });
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await reader.ReadAsync(ct) ? Read(reader) : null;
    }

    /// <summary>Everybody, by agency and address.</summary>
    public async Task<IReadOnlyList<Person>> ListAsync(CancellationToken ct)
    {
        await using var command = database.Source.CreateCommand($"select {Columns} from identity.person p where p.disabled_at is null order by p.agency, p.email");
        await using var reader = await command.ExecuteReaderAsync(ct);
        var people = new List<Person>();
        while (await reader.ReadAsync(ct))
            people.Add(Read(reader));
        return people;
    }

    /// <summary>Checks a password. Five wrong ones lock the account for a quarter of an hour; a locked account refuses the right one too.</summary>
    /// <returns>The person, or null without saying why.</returns>
    public async Task<Person?> CheckPasswordAsync(string email, string password, CancellationToken ct)
    {
        await using var connection = await database.Source.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        Guid? id = null;
        string hash = HashOfNothing;
        var locked = false;
        // The row stays locked while the password is checked: two guesses at once count as two.
        await using (var find = new NpgsqlCommand("select id, password_hash, locked_until > $2 from identity.person where lower(email) = lower($1) and disabled_at is null for update", connection, transaction))
        {
            find.Parameters.Add(new() { Value = email });
            find.Parameters.Add(new() { Value = clock.GetUtcNow() });
            await using var reader = await find.ExecuteReaderAsync(ct);
            if (await reader.ReadAsync(ct))
                (id, hash, locked) = (reader.GetGuid(0), reader.GetString(1), !await reader.IsDBNullAsync(2, ct) && reader.GetBoolean(2));
        }
        var right = Hasher.VerifyHashedPassword(Nobody, hash, password) != PasswordVerificationResult.Failed;
        if (id is not { } known)
            return null;
        var accepted = right && !locked;
        // With a second factor only its right code clears the count: else a known password would buy any number of guesses at the code.
        await using (var count = new NpgsqlCommand(accepted
            ? "update identity.person set failures = 0, locked_until = null where id = $1 and second_factor_since is null and (failures > 0 or locked_until is not null)"
            : "update identity.person set failures = failures + 1, locked_until = case when (failures + 1) % $2 = 0 then $3 else locked_until end where id = $1", connection, transaction))
        {
            count.Parameters.Add(new() { Value = known });
            if (!accepted)
            {
                count.Parameters.Add(new() { Value = FailuresBeforeLock });
                count.Parameters.Add(new() { Value = clock.GetUtcNow() + LockedFor });
            }
            await count.ExecuteNonQueryAsync(ct);
        }
        await transaction.CommitAsync(ct);
        return accepted ? await FindAsync(known, ct) : null;
    }

    /// <summary>Opens an account, or gives an existing one this agency, these roles and this password: commands may be repeated.</summary>
    /// <exception cref="PassportException">RP5013 the address, RP5014 the role, RP5015 the password, RP5016 the agency is not acceptable.</exception>
    public async Task<Person> AddAsync(string email, DataOwnerId agency, IReadOnlyList<string> roles, string password, CancellationToken ct)
    {
        SignInErrors.CheckEmail(email);
        SignInErrors.CheckRoles(roles);
        SignInErrors.CheckPassword(password);
        await using var connection = await database.Source.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await using var insert = new NpgsqlCommand("""
            insert into identity.person (id, email, agency, password_hash) values ($1, $2, $3, $4)
            on conflict (lower(email)) do update set agency = excluded.agency, password_hash = excluded.password_hash, failures = 0, locked_until = null, disabled_at = null
            returning id
            """, connection, transaction);
        foreach (var value in new object[] { Guid.NewGuid(), email, agency.Code, Hasher.HashPassword(Nobody, password) })
            insert.Parameters.Add(new() { Value = value });
        Guid id;
        try
        {
            id = (Guid)(await insert.ExecuteScalarAsync(ct))!;
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.ForeignKeyViolation)
        {
            throw SignInErrors.UnknownAgency(agency);
        }
        await using var replace = new NpgsqlCommand("with gone as (delete from identity.person_role where person = $1 and role <> all ($2)) insert into identity.person_role (person, role) select $1, unnest($2) on conflict do nothing", connection, transaction);
        replace.Parameters.Add(new() { Value = id });
        replace.Parameters.Add(new() { Value = roles.ToArray() });
        await replace.ExecuteNonQueryAsync(ct);
        await transaction.CommitAsync(ct);
        return new(id, email, agency.Code, roles);
    }

    private static Person Read(NpgsqlDataReader reader) => new(reader.GetGuid(0), reader.GetString(1), reader.GetString(2), reader.GetFieldValue<string[]>(3));
}
