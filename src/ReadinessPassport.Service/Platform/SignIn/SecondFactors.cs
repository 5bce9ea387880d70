using System.Security.Cryptography;
using Npgsql;
using ReadinessPassport.Service.Platform.Storage;

namespace ReadinessPassport.Service.Platform.SignIn;

/// <summary>The secrets of people's authenticator apps, sealed with a key that lies beside the database, not in it.</summary>
internal sealed class SecondFactors(WebDatabase database, HubKeys keys, TimeProvider clock)
{
    private const int NonceLength = 12;
    private const int TagLength = 16;
    private readonly Lazy<byte[]> _sealing = new(() => Convert.FromHexString(keys.ReadOrMake("second-factors.sealing", () => RandomNumberGenerator.GetHexString(64))));

    /// <summary>Whether the person has confirmed an app, and must give its code when signing in.</summary>
    public async Task<bool> IsRequiredAsync(Guid person, CancellationToken ct)
    {
        await using var command = database.Source.CreateCommand("select 1 from identity.person where id = $1 and second_factor_since is not null");
        command.Parameters.Add(new() { Value = person });
        return await command.ExecuteScalarAsync(ct) is not null;
    }

    /// <summary>A new secret, which counts once its first code was confirmed. A confirmed one stays until then.</summary>
    /// <returns>The secret to type into the app; null when one is confirmed already.</returns>
    public async Task<byte[]?> OfferAsync(Guid person, CancellationToken ct)
    {
        var secret = OneTimeCode.NewSecret();
        await using var command = database.Source.CreateCommand("update identity.person set second_factor = $2, second_factor_step = null where id = $1 and second_factor_since is null");
        command.Parameters.Add(new() { Value = person });
        command.Parameters.Add(new() { Value = Seal(person, secret) });
        return await command.ExecuteNonQueryAsync(ct) == 1 ? secret : null;
    }

    /// <summary>Takes a code, once. The first right one confirms the app. Wrong ones count towards the account's lock.</summary>
    public async Task<bool> TakeAsync(Guid person, string code, CancellationToken ct)
    {
        await using var connection = await database.Source.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        byte[] sealedSecret;
        long? taken;
        await using (var find = new NpgsqlCommand("select second_factor, second_factor_step from identity.person where id = $1 and second_factor is not null and disabled_at is null and (locked_until is null or locked_until < $2) for update", connection, transaction))
        {
            find.Parameters.Add(new() { Value = person });
            find.Parameters.Add(new() { Value = clock.GetUtcNow() });
            await using var reader = await find.ExecuteReaderAsync(ct);
            if (!await reader.ReadAsync(ct))
                return false;
            sealedSecret = reader.GetFieldValue<byte[]>(0);
            taken = await reader.IsDBNullAsync(1, ct) ? null : reader.GetInt64(1);
        }
        var step = OneTimeCode.Match(Unseal(person, sealedSecret), code, clock.GetUtcNow(), taken);
        await using (var update = new NpgsqlCommand(step is null
            ? "update identity.person set failures = failures + 1, locked_until = case when (failures + 1) % 5 = 0 then $2 else locked_until end where id = $1"
            : "update identity.person set failures = 0, second_factor_step = $2, second_factor_since = coalesce(second_factor_since, now()) where id = $1", connection, transaction))
        {
            update.Parameters.Add(new() { Value = person });
            update.Parameters.Add(new() { Value = step is { } s ? s : clock.GetUtcNow() + TimeSpan.FromMinutes(15) });
            await update.ExecuteNonQueryAsync(ct);
        }
        await transaction.CommitAsync(ct);
        return step is not null;
    }

    private byte[] Seal(Guid person, byte[] secret)
    {
        var box = new byte[NonceLength + secret.Length + TagLength];
        RandomNumberGenerator.Fill(box.AsSpan(0, NonceLength));
        using var aes = new AesGcm(_sealing.Value, TagLength);
        // Bound to the person: a row's secret copied to another row does not open.
        aes.Encrypt(box.AsSpan(0, NonceLength), secret, box.AsSpan(NonceLength, secret.Length), box.AsSpan(NonceLength + secret.Length), person.ToByteArray());
        return box;
    }

    private byte[] Unseal(Guid person, byte[] box)
    {
        var secret = new byte[box.Length - NonceLength - TagLength];
        using var aes = new AesGcm(_sealing.Value, TagLength);
        aes.Decrypt(box.AsSpan(0, NonceLength), box.AsSpan(NonceLength, secret.Length), box.AsSpan(NonceLength + secret.Length), secret, person.ToByteArray());
        return secret;
    }
}
