using System.Security.Cryptography;

namespace Jpos.Application.BackOffice.Terminals;

/// <summary>Loads a terminal's master key, the XOR of its components, if its check value is the expected one (<see href="docs/protocol.md#9-keys-mac-and-pin">protocol §9</see>). The terminal must check in afterwards.</summary>
public sealed record LoadMasterKey(TerminalNumber Number, IReadOnlyList<byte[]> Components, byte[] CheckValue) : Command<TerminalView>
{
    /// <summary>The fewest components, so that no single person knows the key.</summary>
    public const int FewestComponents = 2;

    public const int CheckValueLength = 4;

    public override TerminalNumber? LockedTerminal => Number;

    /// <summary>Returns the XOR of the components. The caller must wipe it.</summary>
    /// <exception cref="ArgumentException">The components differ in length.</exception>
    public static byte[] Combine(IReadOnlyList<byte[]> components)
    {
        var key = new byte[components[0].Length];
        foreach (var component in components)
        {
            if (component.Length != key.Length)
            {
                throw new ArgumentException("The components differ in length.", nameof(components));
            }

            for (var at = 0; at < key.Length; at++)
            {
                key[at] ^= component[at];
            }
        }

        return key;
    }
}

public sealed class LoadMasterKeyHandler(TerminalSteps steps, IKeyManagement keys) : IRequestHandler<LoadMasterKey, CommandResult<TerminalView>>
{
    public async Task<CommandResult<TerminalView>> Handle(LoadMasterKey request, CancellationToken cancellationToken)
    {
        if (await steps.Find(request.Caller, request.Number, cancellationToken) is not { } terminal)
        {
            return CommandAudit.NotFound;
        }

        var refused = KeyComponents.Refuse(keys, terminal.KeyAlgorithm, request.Components, request.CheckValue, out var key);
        try
        {
            if (refused is not null)
            {
                return refused;
            }

            var wrapped = keys.WrapMasterKey(terminal.Number, terminal.KeyAlgorithm, key);
            return await steps.Change(request, request.Number, changed => changed.LoadMasterKey(wrapped), cancellationToken);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }
}
