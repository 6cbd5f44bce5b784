namespace OmnipotentFutures.Gateway.Forwarding;

/// <summary>Why a call could not be passed on to its end, and whose doing that was.</summary>
internal enum ForwardingFailure
{
    /// <summary>The caller hung up.</summary>
    CallerGone,

    /// <summary>The caller's body is too large or broken.</summary>
    CallerBody,

    /// <summary>The time ran out while the caller was still sending its body.</summary>
    CallerTooSlow,

    /// <summary>The service could not be connected to.</summary>
    Unreachable,

    /// <summary>The service closed the connection early or does not speak HTTP.</summary>
    BrokenOff,

    /// <summary>The time ran out while the service was working.</summary>
    TimedOut,
}

/// <summary>How far a call had come.</summary>
internal enum ForwardingPhase
{
    /// <summary>No byte has been sent to the service.</summary>
    Connecting,

    /// <summary>Waiting for more of the caller's body.</summary>
    ReadingRequest,

    /// <summary>Writing the body to the service.</summary>
    SendingRequest,

    /// <summary>Waiting for the service's status and headers.</summary>
    AwaitingResponse,

    /// <summary>Streaming the answer back.</summary>
    CopyingResponse,
}
