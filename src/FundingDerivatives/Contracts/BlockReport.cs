using System.Text.Json.Serialization;

namespace OmnipotentFutures.FundingDerivatives.Contracts;

/// <summary>How far a part of the report can be trusted.</summary>
public sealed record BlockReport
{
    /// <summary>Whether the part is there and of now.</summary>
    public required BlockStatus Status { get; init; }

    /// <summary>The exchange's time that its oldest indispensable input describes, Unix ms; null where there is none.</summary>
    public required long? AsOf { get; init; }

    /// <summary>Seconds between that and now by the exchange's clock; null where there is none.</summary>
    public required decimal? AgeSeconds { get; init; }

    /// <summary>Why the part is not ok, in the language asked for; null when it is.</summary>
    public required string? Reason { get; init; }

    /// <summary>The same as a stable machine name, one of the codes of <c>meta.warnings</c> or <c>too_old</c>; null when it is ok.</summary>
    public required string? Code { get; init; }
}

/// <summary>Whether a part of the report is there: <c>ok</c>; <c>stale</c> (older than it should be); <c>missing</c> (not to be had now);
/// <c>not_applicable</c> (there is no such thing for this contract).</summary>
[JsonConverter(typeof(LowerCaseName<BlockStatus>))]
public enum BlockStatus
{
    /// <summary>There, and of now.</summary>
    Ok,

    /// <summary>There, but older than it should be.</summary>
    Stale,

    /// <summary>Not to be had now.</summary>
    Missing,

    /// <summary>There is no such thing for this contract.</summary>
    NotApplicable,
}
