using OmnipotentFutures.Analysis.Localization;
using OmnipotentFutures.FundingDerivatives.Contracts;
using OmnipotentFutures.FundingDerivatives.Inputs;
using OmnipotentFutures.FundingDerivatives.Model;
using OmnipotentFutures.FundingDerivatives.Model.Funding;
using OmnipotentFutures.FundingDerivatives.Texts;

namespace OmnipotentFutures.FundingDerivatives.Report;

/// <summary>What the sections of one report share: its inputs, and what they find missing.</summary>
internal sealed class ReportContext(FundingInputs inputs, FundingThresholds thresholds, LevelRules rules, Language language, RememberedLevel? remembered)
{
    /// <summary>The asset that money is told in.</summary>
    public const string Usdt = "USDT";

    private readonly List<Gap> _gaps = [];

    public FundingInputs Inputs => inputs;

    public FundingThresholds Thresholds => thresholds;

    public Language Language => language;

    public Classifier Classify { get; } = new(thresholds);

    /// <summary>Where crowding levels begin and end.</summary>
    public LevelRules Rules => rules;

    /// <summary>Funding now; null for a delivery contract.</summary>
    public FundingState? Funding { get; } = inputs.Contract.PaysFunding()
        ? FundingState.Of(
            inputs.Contract.IsTrading, inputs.Premium.Value, inputs.FundingRules.Value, inputs.Settlements.Value ?? [], rules, inputs.Now, remembered)
        : null;

    /// <summary>What the report lacks or has from second best.</summary>
    public IReadOnlyList<Gap> Gaps => _gaps;

    /// <summary>Present time by the exchange's clock, Unix ms.</summary>
    public long Now { get; } = inputs.Now;

    /// <summary>Mark price, quote units; null when there is none.</summary>
    public decimal? MarkPrice => Positive(inputs.Premium.Value?.MarkPrice);

    /// <summary>Index price, quote units; null when there is none.</summary>
    public decimal? IndexPrice => Positive(inputs.Premium.Value?.IndexPrice);

    /// <summary>USDT for one unit of the contract's quote asset; null when that is not known.</summary>
    public decimal? QuoteInUsdt => inputs.Contract.QuoteAsset == Usdt
        ? 1
        : inputs.SpotBooks.Value?.GetValueOrDefault(inputs.Contract.QuoteAsset + Usdt)?.MidPrice;

    /// <summary>A text in the language asked for.</summary>
    public string Say(LocalText text) => text.In(language);

    /// <summary>Notes something for <c>meta</c>.</summary>
    public Gap Note(Gap gap)
    {
        _gaps.Add(gap);
        return gap;
    }

    /// <summary>Notes something if it is so.</summary>
    public void NoteIf(bool condition, Gap gap)
    {
        if (condition)
        {
            _gaps.Add(gap);
        }
    }

    /// <summary>Describes a part that is there.</summary>
    /// <param name="asOf">The exchange's time that it describes, Unix ms.</param>
    /// <param name="oldest">From this age on it is stale.</param>
    /// <param name="inputs">Its indispensable inputs: whether they are given out because the exchange fails.</param>
    public BlockReport Present(long asOf, TimeSpan oldest, params ReadOnlySpan<bool> inputs)
    {
        var age = Math.Max(0, Now - asOf);
        var gap = inputs.Contains(true) ? Gap.StaleInput : age > oldest.TotalMilliseconds ? Gap.TooOld : null;
        return Describe(gap is null ? BlockStatus.Ok : BlockStatus.Stale, asOf, gap);
    }

    /// <summary>Describes a part that is there and cannot be trusted as one of now.</summary>
    public BlockReport Stale(long asOf, Gap why) => Describe(BlockStatus.Stale, asOf, why);

    /// <summary>Describes a part that is not there.</summary>
    public BlockReport Absent(Gap why) => Describe(why.IsByNature ? BlockStatus.NotApplicable : BlockStatus.Missing, null, why);

    /// <summary>A standing as it is answered.</summary>
    public static StandingReport? Answer(Standing? standing) => standing is null
        ? null
        : new(
            Math.Round((decimal)(standing.MidRank * 100), 2),
            standing.RobustZ is { } z ? Math.Round((decimal)Math.Clamp(z, -1e6, 1e6), 2) : null,
            standing.Count);

    private BlockReport Describe(BlockStatus status, long? asOf, Gap? gap) => new()
    {
        Status = status,
        AsOf = asOf,
        AgeSeconds = asOf is { } time ? Math.Max(0, Now - time) / 1000m : null,
        Reason = gap is null ? null : Say(gap.Text),
        Code = gap?.Code,
    };

    private static decimal? Positive(decimal? price) => price > 0 ? price : null;
}
