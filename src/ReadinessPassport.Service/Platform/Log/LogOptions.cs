using System.ComponentModel.DataAnnotations;

namespace ReadinessPassport.Service.Platform.Log;

/// <summary>Section <c>Log</c> of the configuration.</summary>
internal sealed class LogOptions
{
    /// <summary>Names the deployment in the log's origin; fixed with the log's key on the first start.</summary>
    [RegularExpression("^[a-z0-9.-]{1,100}$")]
    public string Deployment { get; set; } = "hub";

    /// <summary>The longest time an entry waits for a checkpoint.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:01:00")]
    public TimeSpan CheckpointEvery { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Entries after which a checkpoint is made at once.</summary>
    [Range(1, 100_000)]
    public int CheckpointEntries { get; set; } = 256;
}
