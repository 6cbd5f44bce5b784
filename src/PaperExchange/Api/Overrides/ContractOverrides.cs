using System.Collections.Immutable;

namespace OmnipotentFutures.PaperExchange.Api.Overrides;

/// <summary>The contracts that are told to be otherwise, by symbol.</summary>
internal sealed class ContractOverrides
{
    private ImmutableSortedDictionary<string, ContractOverride> _overrides = ImmutableSortedDictionary.Create<string, ContractOverride>(StringComparer.Ordinal);

    public IEnumerable<ContractOverride> All => _overrides.Values;

    public bool IsEmpty => _overrides.IsEmpty;

    public ContractOverride? Find(string symbol) => _overrides.GetValueOrDefault(symbol);

    public void Set(ContractOverride contract) =>
        ImmutableInterlocked.Update(ref _overrides, overrides => overrides.SetItem(contract.Symbol, contract));

    public void Remove(string symbol) => ImmutableInterlocked.Update(ref _overrides, overrides => overrides.Remove(symbol));

    public void Clear() => ImmutableInterlocked.Update(ref _overrides, overrides => overrides.Clear());
}
