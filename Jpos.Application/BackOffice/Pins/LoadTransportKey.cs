using System.Security.Cryptography;
using Jpos.Application.BackOffice.Terminals;
using Jpos.Application.Ports;
using Jpos.Domain.Cards;
using Jpos.Domain.Terminals;
using MediatR;

namespace Jpos.Application.BackOffice.Pins;

/// <summary>Loads a transport key, the XOR of its components, if its check value is the one expected.</summary>
public sealed record LoadTransportKey(string Name, KeyForm KeyForm, IReadOnlyList<byte[]> Components, byte[] CheckValue) : Act<PinTransportKeyView>
{
    public const int MostKeys = 20;
}

public sealed class LoadTransportKeyHandler(IPinTransportKeys keys, ISecurityModule security, ActSteps steps) : IRequestHandler<LoadTransportKey, Result<PinTransportKeyView>>
{
    public async Task<Result<PinTransportKeyView>> Handle(LoadTransportKey request, CancellationToken cancellationToken)
    {
        if (request.Caller.IsOfSomeStores)
        {
            return ActSteps.OfNoStore;
        }

        var present = await keys.List(null, LoadTransportKey.MostKeys, cancellationToken);
        if (await keys.Find(request.Name, cancellationToken) is not null)
        {
            return new Problem(Failure.Conflict, "A transport key has this name. Remove it first.", "name");
        }

        if (present.Count == LoadTransportKey.MostKeys)
        {
            return new Problem(Failure.Conflict, $"There are {LoadTransportKey.MostKeys} transport keys already. Remove one first.");
        }

        var refused = KeyComponents.Refuse(security, request.KeyForm, request.Components, request.CheckValue, out var key);
        try
        {
            if (refused is not null)
            {
                return refused;
            }

            var wrapped = security.WrapTransportKey(request.Name, request.KeyForm, key);
            var loaded = new PinTransportKey(request.Name, request.KeyForm, wrapped, Convert.ToHexString(request.CheckValue), steps.Now.Utc);
            keys.Add(loaded);
            return steps.Made(request, PinTransportKeyView.Subject(loaded.Name), PinTransportKeyView.Of(loaded));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }
}
