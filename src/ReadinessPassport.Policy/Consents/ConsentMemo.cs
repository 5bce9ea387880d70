using System.Collections.Immutable;

namespace ReadinessPassport.Policy;

/// <summary>The last answer about consents within one decision. What they say of a provider's category depends on the forms a clause accepts and on nothing else of it.</summary>
internal sealed class ConsentMemo
{
    private string? _provider;
    private string? _category;
    private ImmutableArray<string> _forms;
    private (ConsentState, string?) _said;

    public bool TryGet(string provider, string category, ImmutableArray<string> forms, out (ConsentState, string?) said)
    {
        said = _said;
        return _provider == provider && _category == category && _forms.AsSpan().SequenceEqual(forms.AsSpan());
    }

    public (ConsentState, string?) Keep(string provider, string category, ImmutableArray<string> forms, (ConsentState, string?) said)
    {
        (_provider, _category, _forms, _said) = (provider, category, forms, said);
        return said;
    }
}
