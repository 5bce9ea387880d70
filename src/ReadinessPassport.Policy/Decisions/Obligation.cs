namespace ReadinessPassport.Policy;

/// <summary>A duty that travels with a permit, such as <c>notice:N-FERPA-99.33</c> or <c>review:MA.DCF,MA.DESE</c>. Whoever cannot carry it out must not use the permit.</summary>
/// <param name="Kind">What is to be done: see the constants of this type.</param>
/// <param name="Argument">To what or until when; null where nothing more need be said.</param>
public sealed record Obligation(string Kind, string? Argument = null)
{
    /// <summary>Suppress, protect and audit before anything is printed.</summary>
    public const string SuppressAndAudit = "suppress+audit";

    /// <summary>Print this notice beside the content; the argument is its id.</summary>
    public const string Notice = "notice";

    /// <summary>Keep this disclosure record; the argument is the form's code.</summary>
    public const string Record = "record";

    /// <summary>People of each of these agencies approve first; the argument lists the codes.</summary>
    public const string Review = "review";

    /// <summary>The consent, or its scope, accompanies the content.</summary>
    public const string ConsentCopy = "consent-copy";

    /// <summary>Use this single-use consent up in the transaction of the disclosure; the argument is its id.</summary>
    public const string Consume = "consume";

    /// <summary>Read facts over certified links only; on every individual permit.</summary>
    public const string CertifiedLinksOnly = "certified-links-only";

    /// <summary>Show this category at this rung; the argument is <c>category=rung</c>.</summary>
    public const string Show = "show";

    /// <summary>Destroy by this date; the argument is <c>yyyy-MM-dd</c>.</summary>
    public const string Destroy = "destroy";

    /// <summary>The recipient is bound not to do this; the argument is the action's code.</summary>
    public const string Duty = "duty";

    /// <summary>Whether the recipient may pass on, and to whom; the argument is the rule, with <c>=</c> and agencies where they are listed.</summary>
    public const string Redisclosure = "redisclosure";

    /// <summary>When a provider leaves, an extract without its rows replaces this one; the argument is in how many days.</summary>
    public const string ReplaceOnWithdrawal = "replace-on-withdrawal";

    /// <summary>As written in decision records.</summary>
    public override string ToString() => Argument is null ? Kind : $"{Kind}:{Argument}";
}
