namespace ReadinessPassport.Vocabulary;

/// <summary>How freely an attribute may be used before any agreement is asked. The letters stand in <c>rp-vocab/1</c>.</summary>
public enum AttributeClass
{
    /// <summary>P: may enter public aggregates.</summary>
    Public,

    /// <summary>S: sensitive; minimum cells and a stated purpose.</summary>
    Sensitive,

    /// <summary>R: restricted; consent or an explicit legal basis.</summary>
    Restricted,
}
