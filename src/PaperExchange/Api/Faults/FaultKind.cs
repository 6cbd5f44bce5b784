using System.Text.Json.Serialization;
using OmnipotentFutures.PaperExchange.Api.Control;

namespace OmnipotentFutures.PaperExchange.Api.Faults;

/// <summary>What goes wrong.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<FaultKind>))]
public enum FaultKind
{
    /// <summary>The answer comes late.</summary>
    Latency,

    /// <summary>An HTTP error with the body Binance sends with it.</summary>
    Status,

    /// <summary>The firewall's HTML page in place of the answer.</summary>
    Html,

    /// <summary>The answer stops halfway and claims to be whole: JSON that does not parse.</summary>
    Malformed,

    /// <summary>Status 200 without a body.</summary>
    Empty,

    /// <summary>Status 200 with an empty array, as for a symbol that there are no data of.</summary>
    NoRows,

    /// <summary>The connection breaks halfway through the answer.</summary>
    Truncated,
}
