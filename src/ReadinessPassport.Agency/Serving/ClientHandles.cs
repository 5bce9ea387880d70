namespace ReadinessPassport.Agency.Serving;

/// <summary>The agency's handles for its own records.</summary>
internal sealed class ClientHandles(Func<string, string> handleOf)
{
    /// <summary>The handle of a local id, 32 hexadecimal digits.</summary>
    public string Of(string localId) => handleOf(localId);
}
