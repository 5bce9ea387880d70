using System.Security.Cryptography;

namespace ReadinessPassport.KeyedEncoding.Keys;

/// <summary>Shamir's secret sharing (1979) over GF(2⁸), byte by byte: any <c>threshold</c> shares make the secret, fewer tell nothing about it.</summary>
internal static class SecretShares
{
    /// <summary>Splits a secret.</summary>
    /// <param name="secret">Any length.</param>
    /// <param name="threshold">Shares needed, 2 to <paramref name="shares"/>.</param>
    /// <param name="shares">Shares made, at most 255.</param>
    /// <returns>The shares; share <c>i</c> belongs to x = i + 1.</returns>
    public static SecretBytes[] Split(ReadOnlySpan<byte> secret, int threshold, int shares)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threshold, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(threshold, shares);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(shares, 255);
        var made = new SecretBytes[shares];
        for (var i = 0; i < shares; i++)
            made[i] = new SecretBytes(secret.Length);
        using var coefficients = new SecretBytes(threshold);
        for (var b = 0; b < secret.Length; b++)
        {
            RandomNumberGenerator.Fill(coefficients.Span);
            coefficients.Span[0] = secret[b];
            for (var i = 0; i < shares; i++)
                made[i].Span[b] = Evaluate(coefficients.Span, (byte)(i + 1));
        }
        return made;
    }

    /// <summary>Puts shares together: Lagrange at 0. Wrong or too few shares give a wrong secret; the caller checks it.</summary>
    /// <param name="shares">Different x, equal lengths.</param>
    public static SecretBytes Combine(IReadOnlyList<(byte X, SecretBytes Share)> shares)
    {
        var secret = new SecretBytes(shares[0].Share.Span.Length);
        for (var i = 0; i < shares.Count; i++)
        {
            byte weight = 1;
            for (var j = 0; j < shares.Count; j++)
            {
                if (j != i)
                    weight = Multiply(weight, Multiply(shares[j].X, Inverse((byte)(shares[i].X ^ shares[j].X))));
            }
            for (var b = 0; b < secret.Span.Length; b++)
                secret.Span[b] ^= Multiply(weight, shares[i].Share.Span[b]);
        }
        return secret;
    }

    private static byte Evaluate(ReadOnlySpan<byte> coefficients, byte x)
    {
        byte y = 0;
        for (var c = coefficients.Length - 1; c >= 0; c--)
            y = (byte)(Multiply(y, x) ^ coefficients[c]);
        return y;
    }

    // In constant time: no table that a cache could tell of, no branch on a secret.
    private static byte Multiply(byte a, byte b)
    {
        int product = 0, left = a;
        for (var i = 0; i < 8; i++)
        {
            product ^= -(b >> i & 1) & left;
            left = left << 1 ^ -(left >> 7) & 0x11b;
        }
        return (byte)product;
    }

    // a^254.
    private static byte Inverse(byte a)
    {
        byte power = 1;
        for (var i = 0; i < 254; i++)
            power = Multiply(power, a);
        return power;
    }
}
