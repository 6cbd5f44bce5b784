// Binance's endpoints, not ASP.NET Core's: the catalogue's entries are what this room talks about.
global using Endpoint = OmnipotentFutures.Binance.Endpoints.Endpoint;
