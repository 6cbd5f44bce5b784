namespace OmnipotentFutures.LiquidationHeatmap.Tests.Brackets;

/// <summary>Bodies of the website and of an operator's file.</summary>
internal static class Samples
{
    /// <summary>A contract with two brackets, the first one's rate as told.</summary>
    public static string Risk(string symbol, decimal rate = 0.01m) => FormattableString.Invariant(
        $$"""
        {"symbol":"{{symbol}}","riskBrackets":[
        {"bracketSeq":1,"bracketNotionalFloor":0,"bracketNotionalCap":1000,"bracketMaintenanceMarginRate":{{rate}},"cumFastMaintenanceAmount":0,"maxOpenPosLeverage":30},
        {"bracketSeq":2,"bracketNotionalFloor":1000,"bracketNotionalCap":5000,"bracketMaintenanceMarginRate":0.05,"cumFastMaintenanceAmount":{{1000 * (0.05m - rate)}},"maxOpenPosLeverage":10}]}
        """);

    /// <summary>The same with its second bracket lower than the first.</summary>
    public static string BadRisk(string symbol) => Risk(symbol).Replace("\"bracketNotionalFloor\":1000", "\"bracketNotionalFloor\":900", StringComparison.Ordinal);

    public static string Table(params string[] symbols) =>
        $$"""{"code":"000000","message":null,"messageDetail":null,"data":{"brackets":[{{string.Join(',', symbols)}}]},"success":true}""";

    /// <summary>A contract of a file: one bracket of some highest leverage, and another.</summary>
    public static string Signed(string symbol, int leverage = 30, decimal secondFloor = 1000) => FormattableString.Invariant(
        $$"""
        {"symbol":"{{symbol}}","notionalCoef":1.5,"brackets":[
        {"bracket":1,"initialLeverage":{{leverage}},"notionalCap":1000,"notionalFloor":0,"maintMarginRatio":0.01,"cum":0.0},
        {"bracket":2,"initialLeverage":10,"notionalCap":5000,"notionalFloor":{{secondFloor}},"maintMarginRatio":0.05,"cum":40.0}]}
        """);
}
