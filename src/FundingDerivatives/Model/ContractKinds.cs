using OmnipotentFutures.Binance.Models;
using OmnipotentFutures.FundingDerivatives.Contracts;

namespace OmnipotentFutures.FundingDerivatives.Model;

/// <summary>Tells perpetual from delivery contracts.</summary>
internal static class ContractKinds
{
    /// <summary>Kind of a contract. By its name where its type does not say: Binance leaves the type of a settled contract empty.</summary>
    public static ContractKind Kind(this FuturesSymbol contract) =>
        contract.IsPerpetual || !contract.Symbol.Contains('_', StringComparison.Ordinal) ? ContractKind.Perpetual : ContractKind.Delivery;

    /// <summary>Whether the contract pays funding.</summary>
    public static bool PaysFunding(this FuturesSymbol contract) => contract.Kind() == ContractKind.Perpetual;
}
