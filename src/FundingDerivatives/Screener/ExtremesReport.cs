using OmnipotentFutures.Analysis;

namespace OmnipotentFutures.FundingDerivatives.Screener;

/// <summary>Perpetuals whose funding is extreme now, over the whole market.</summary>
public sealed record ExtremesReport
{
    /// <summary>How many are extreme.</summary>
    public required int Count { get; init; }

    /// <summary>How many could be: those that are, those that could not be told and those that turned out not to be.</summary>
    public required int Candidates { get; init; }

    /// <summary>How many were checked against their own history and are not extreme.</summary>
    public required int RuledOut { get; init; }

    /// <summary>Those that are, dearest first.</summary>
    public required IReadOnlyList<ExtremeRow> Rows { get; init; }

    /// <summary>Those of which it could not be told, most traded first. Not to be taken for extreme.</summary>
    public required IReadOnlyList<UnconfirmedRow> Unconfirmed { get; init; }

    /// <summary>The exchange's time that the rates are of, Unix ms.</summary>
    public required long AsOf { get; init; }

    /// <summary>That this is educational and not advice, in the language asked for.</summary>
    public required string RiskWarning { get; init; }

    /// <summary>Where the numbers come from, how old they are and what is missing.</summary>
    public required AnalysisMeta Meta { get; init; }
}
