using OmnipotentFutures.Analysis.Localization;

namespace OmnipotentFutures.Analysis;

/// <summary>Where an analysis comes from and how far it can be trusted.</summary>
public record AnalysisMeta
{
    /// <summary>What every analysis says beside its numbers.</summary>
    public static LocalText RiskWarning { get; } = new(
        "Bu analiz yalnızca eğitim ve araştırma amaçlıdır, yatırım tavsiyesi değildir. Kaldıraçlı işlemlerde sermayenizin tamamını kaybedebilirsiniz.",
        "This analysis is for education and research only and is not investment advice. Leveraged trading can lose all of your capital.");

    private static readonly LocalText Simulated = new(
        "Veriler simüle edilmiştir: gerçek piyasa değildir.", "The data are simulated: this is not the market.");

    private static readonly LocalText Recorded = new(
        "Veriler kaydedilmiş bir piyasadan gelir: güncel değildir.", "The data come from a recorded market: they are not current.");

    private static readonly LocalText StaleData = new(
        "Borsadan şu anda yeni veri alınamıyor: son bilinen veriler kullanıldı.", "New data cannot be had from the exchange now: the last known were used.");

    /// <summary><c>binance</c>, <c>paper-simulated</c> or <c>paper-recorded</c>.</summary>
    public required string Source { get; init; }

    /// <summary>The exchange's time that the analysis describes, Unix ms.</summary>
    public required long AsOf { get; init; }

    /// <summary>Whether some input is older than it should be because the exchange fails.</summary>
    public required bool Stale { get; init; }

    /// <summary>Version of the model behind the numbers.</summary>
    public required string ModelVersion { get; init; }

    /// <summary>Inputs that were not to be had, such as <c>spot_price</c>.</summary>
    public required IReadOnlyList<string> MissingInputs { get; init; }

    /// <summary>What a reader must know to trust the analysis rightly.</summary>
    public required IReadOnlyList<AnalysisWarning> Warnings { get; init; }

    /// <summary>Describes an analysis, adding the warnings that follow from its source and age.</summary>
    /// <param name="source">Who answered.</param>
    /// <param name="asOf">The exchange's time, Unix ms.</param>
    /// <param name="stale">Whether an input is stale.</param>
    /// <param name="modelVersion">Version of the model.</param>
    /// <param name="missingInputs">Inputs that were not to be had.</param>
    /// <param name="warnings">The analysis's own warnings.</param>
    /// <param name="language">Language of the warnings.</param>
    /// <returns>The description.</returns>
    public static AnalysisMeta Describe(
        string source,
        long asOf,
        bool stale,
        string modelVersion,
        IReadOnlyList<string> missingInputs,
        IEnumerable<AnalysisWarning> warnings,
        Language language)
    {
        List<AnalysisWarning> all = [];
        switch (source)
        {
            case "paper-simulated":
                all.Add(AnalysisWarning.Of("simulated_data", Simulated, language));
                break;
            case "paper-recorded":
                all.Add(AnalysisWarning.Of("recorded_data", Recorded, language));
                break;
        }

        if (stale)
        {
            all.Add(AnalysisWarning.Of("stale_data", StaleData, language));
        }

        all.AddRange(warnings);
        return new AnalysisMeta
        {
            Source = source,
            AsOf = asOf,
            Stale = stale,
            ModelVersion = modelVersion,
            MissingInputs = missingInputs,
            Warnings = all,
        };
    }
}
