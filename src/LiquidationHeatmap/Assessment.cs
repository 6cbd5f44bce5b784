using OmnipotentFutures.Analysis.Caching;
using System.Collections.Concurrent;
using OmnipotentFutures.LiquidationHeatmap.Model;

namespace OmnipotentFutures.LiquidationHeatmap;

/// <summary>One book of a contract at one instant, from which every answer is read.</summary>
/// <param name="Input">What it starts from.</param>
/// <param name="Reading">What the model read; null when there was nothing to build a book from.</param>
internal sealed record Assessment(LiquidationInput Input, BookReading? Reading) : IHasFootprint
{
    private const int BarBytes = 120;
    private const int BookBytes = 500_000;

    /// <inheritdoc/>
    public long Footprint => (Input.History.Bars.Count * BarBytes) + (Reading is null ? 0 : BookBytes);
}

/// <summary>What the model reads off a book, and off its ranges as they are asked for.</summary>
internal sealed class BookReading
{
    private readonly LiquidationInput _input;
    private readonly ForcedTally _forced;
    private readonly Func<LiquidationBook> _empty;
    private readonly ConcurrentDictionary<LookBack, Lazy<RangeReading>> _ranges = new();

    public BookReading(LiquidationInput input, BookReplay replay, BookParameters parameters, double price)
    {
        var (lowest, highest) = (replay.Book.LowestPrice, replay.Book.HighestPrice);
        _input = input;
        _forced = replay.Forced;
        _empty = () => new LiquidationBook(parameters, input.Brackets.Ladder, lowest, highest);
        Whole = HeatmapAssessment.Of(replay, parameters, input.History.Bars, price);
    }

    /// <summary>What is read off the whole book.</summary>
    public HeatmapAssessment Whole { get; }

    /// <summary>A range of time, read once however many ask.</summary>
    public RangeReading In(LookBack range) => _ranges.GetOrAdd(range, asked => new Lazy<RangeReading>(() =>
        RangeReading.Of(asked, _input.AsOf, _empty(), _input.History.Bars, _forced, Whole))).Value;

    /// <summary>Draws the picture of a range. It is large and the answer made of it is kept, so it is not.</summary>
    public Heatmap Draw(LookBack range) => Heatmap.Of(range, _input.AsOf, _empty(), _input.History.Bars, Whole.Book);
}
