using System.ComponentModel.DataAnnotations;

namespace ReadinessPassport.Service.Uploads;

/// <summary>Section <c>Uploads</c> of the configuration.</summary>
internal sealed class UploadOptions
{
    /// <summary>Bytes one upload may have.</summary>
    [Range(1, long.MaxValue)]
    public long LargestBytes { get; set; } = 2L << 30;

    /// <summary>Bytes an agency's uploads in progress may announce together.</summary>
    [Range(1, long.MaxValue)]
    public long AgencyBytes { get; set; } = 8L << 30;

    /// <summary>Bytes that must stay free on the disk.</summary>
    [Range(0, long.MaxValue)]
    public long FreeBytes { get; set; } = 512L << 20;

    /// <summary>Records a cohort package must have at least.</summary>
    [Range(1, int.MaxValue)]
    public int LeastRows { get; set; } = 1;

    /// <summary>How long an unfinished upload is kept after its last chunk.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "365.00:00:00")]
    public TimeSpan KeptFor { get; set; } = TimeSpan.FromDays(7);
}
