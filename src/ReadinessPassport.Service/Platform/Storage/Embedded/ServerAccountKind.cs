namespace ReadinessPassport.Service.Platform.Storage.Embedded;

/// <summary>How the server's programs are started.</summary>
internal enum ServerAccountKind
{
    /// <summary>As this process, which is not root.</summary>
    Self,
    /// <summary>As another user, by root, who gave that user the files.</summary>
    OtherUser,
    /// <summary>By root in a user namespace: the server sees uid 1000, the files stay root's.</summary>
    UserNamespace,
}
