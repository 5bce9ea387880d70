namespace ReadinessPassport.Service.Uploads;

/// <summary>How far a delivery is.</summary>
public enum UploadState
{
    /// <summary>Bytes are missing.</summary>
    Receiving,
    /// <summary>All bytes are here and are being verified.</summary>
    Checking,
    /// <summary>Verified, taken over whole, and recorded in the log.</summary>
    Accepted,
    /// <summary>Not taken, nothing of it kept, and recorded in the log.</summary>
    Refused,
}
