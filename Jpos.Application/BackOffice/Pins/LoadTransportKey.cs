using System.Security.Cryptography;
using Jpos.Application.BackOffice.Terminals;
using Jpos.Domain.Keys;

namespace Jpos.Application.BackOffice.Pins;

/// <summary>Loads a transport key, the XOR of its components, if its check value is the expected one.</summary>
public sealed record LoadTransportKey(string Name, KeyAlgorithm KeyAlgorithm, IReadOnlyList<byte[]> Components, byte[] CheckValue) : Command<PinTransportKeyView>
{
    public const int MostKeys = 20;
}

public sealed class LoadTransportKeyHandler(IPinTransportKeys keys, IKeyManagement keyManagement, CommandAudit steps) : IRequestHandler<LoadTransportKey, CommandResult<PinTransportKeyView>>
{
    public async Task<CommandResult<PinTransportKeyView>> Handle(LoadTransportKey request, CancellationToken cancellationToken)
    {
        if (request.Caller.IsStoreScoped)
        {
            return CommandAudit.NetworkWideOnly;
        }

        var present = await keys.List(null, LoadTransportKey.MostKeys, cancellationToken);
        if (await keys.Find(request.Name, cancellationToken) is not null)
        {
            return new Problem(FailureKind.Conflict, "A transport key with this name exists. Delete it first.", "name");
        }

        if (present.Count == LoadTransportKey.MostKeys)
        {
            return new Problem(FailureKind.Conflict, $"There are already {LoadTransportKey.MostKeys} transport keys, which is the limit. Delete one first.");
        }

        var refused = KeyComponents.Refuse(keyManagement, request.KeyAlgorithm, request.Components, request.CheckValue, out var key);
        try
        {
            if (refused is not null)
            {
                return refused;
            }

            var wrapped = keyManagement.WrapTransportKey(request.Name, request.KeyAlgorithm, key);
            var loaded = new PinTransportKey(request.Name, request.KeyAlgorithm, wrapped, Convert.ToHexString(request.CheckValue), steps.Now.Utc);
            keys.Add(loaded);
            return steps.RecordCreated(request, PinTransportKeyView.Subject(loaded.Name), PinTransportKeyView.Of(loaded));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }
}
