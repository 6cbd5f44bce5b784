using System.Text.Json;
using System.Text.Json.Serialization;

namespace OmnipotentFutures.Backtest.Report;

/// <summary>Writes reports as JSON, snake_case.</summary>
internal static class ReportJson
{
    public static string Write(LiquidationsReport report) => JsonSerializer.Serialize(report, ReportJsonContext.Default.LiquidationsReport);

    public static string Write(SimulatedReport report) => JsonSerializer.Serialize(report, ReportJsonContext.Default.SimulatedReport);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, UseStringEnumConverter = true, WriteIndented = true)]
[JsonSerializable(typeof(LiquidationsReport))]
[JsonSerializable(typeof(SimulatedReport))]
internal sealed partial class ReportJsonContext : JsonSerializerContext;
