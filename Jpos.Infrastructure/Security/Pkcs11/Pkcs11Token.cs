using System.Collections.Concurrent;
using System.Security.Cryptography;
using Net.Pkcs11Interop.Common;
using Net.Pkcs11Interop.HighLevelAPI;

namespace Jpos.Infrastructure.Security.Pkcs11;

/// <summary>
/// A token with this host logged in and a pool of sessions. A session serves one call at a time. Session objects live as long as this object, and any of its sessions may use and destroy them.
/// </summary>
internal sealed class Pkcs11Token : IDisposable
{
    /// <summary>The longest wait for a free session, well below any deadline of a message.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly ISlot slot;
    private readonly List<ISession> sessions = [];
    private readonly BlockingCollection<ISession> idle = [];

    private Pkcs11Token(ISlot slot) => this.slot = slot;

    /// <summary>The mechanisms that this host needs.</summary>
    public static IReadOnlyList<CKM> Mechanisms { get; } =
    [
        CKM.CKM_AES_KEY_GEN, CKM.CKM_GENERIC_SECRET_KEY_GEN, CKM.CKM_AES_KEY_WRAP, CKM.CKM_SHA256_HMAC, CKM.CKM_DES3_ECB, CKM.CKM_DES3_CBC, CKM.CKM_AES_ECB, CKM.CKM_AES_CMAC,
    ];

    /// <summary>Finds the token, checks its mechanisms, and logs in.</summary>
    /// <exception cref="InvalidOperationException">The library does not load, the token is missing or lacks a mechanism, or it refuses the PIN.</exception>
    public static Pkcs11Token Open(Pkcs11Settings settings)
    {
        var slot = Find(Pkcs11Libraries.Load(settings.Library), settings);
        if (Missing(slot.GetMechanismList()) is { Count: > 0 } missing)
        {
            throw new InvalidOperationException($"The token {settings.TokenLabel} lacks mechanisms that the host needs: {string.Join(", ", missing)}.");
        }

        var token = new Pkcs11Token(slot);
        try
        {
            for (var count = 0; count < settings.Sessions; count++)
            {
                // The sessions are read-only. Only a new host key is written to the token, in a session of its own.
                token.sessions.Add(slot.OpenSession(SessionType.ReadOnly));
            }

            LogIn(token.sessions[0], settings);
            token.sessions.ForEach(token.idle.Add);
            return token;
        }
        catch (Pkcs11Exception failure)
        {
            token.Dispose();
            throw new InvalidOperationException($"The token {settings.TokenLabel} cannot open {settings.Sessions} sessions ({failure.RV}). Lower {Pkcs11Settings.Section}:Sessions.");
        }
        catch
        {
            token.Dispose();
            throw;
        }
    }

    /// <summary>Returns the needed mechanisms that a token lacks.</summary>
    public static IReadOnlyList<CKM> Missing(IEnumerable<CKM> offered) => [.. Mechanisms.Except(offered)];

    /// <summary>Runs an action in a session when one is free. The action must not take another session, which could deadlock.</summary>
    /// <exception cref="TimeoutException">No session was free in time.</exception>
    public T Use<T>(Func<ISession, T> work)
    {
        if (!idle.TryTake(out var session, Patience))
        {
            throw new TimeoutException("The token is busy: no session was free in time.");
        }

        try
        {
            return work(session);
        }
        finally
        {
            idle.Add(session);
        }
    }

    /// <summary>Opens a session that may write to the token.</summary>
    public ISession OpenToWrite() => slot.OpenSession(SessionType.ReadWrite);

    /// <summary>Ends the sessions and thereby their objects; the end of the last session logs out.</summary>
    public void Dispose()
    {
        sessions.ForEach(session => session.Dispose());
        idle.Dispose();
    }

    private static ISlot Find(IPkcs11Library library, Pkcs11Settings settings)
    {
        var slots = library.GetSlotList(SlotsType.WithTokenPresent).FindAll(slot => slot.GetTokenInfo().Label == settings.TokenLabel);
        return slots switch
        {
            [var one] => one,
            [] => throw new InvalidOperationException($"{settings.Library} has no token with the label {settings.TokenLabel}. Correct {Pkcs11Settings.Section}:TokenLabel."),
            _ => throw new InvalidOperationException($"{settings.Library} has {slots.Count} tokens with the label {settings.TokenLabel}. {Pkcs11Settings.Section}:TokenLabel must be unique."),
        };
    }

    private static void LogIn(ISession session, Pkcs11Settings settings)
    {
        var pin = settings.ReadPin();
        try
        {
            session.Login(CKU.CKU_USER, pin);
        }
        catch (Pkcs11Exception failure) when (failure.RV is CKR.CKR_USER_ALREADY_LOGGED_IN)
        {
            // The login belongs to the process and not to the session, so another host in the process may have logged in before.
        }
        catch (Pkcs11Exception failure)
        {
            throw new InvalidOperationException($"The token {settings.TokenLabel} refused the PIN in the file of {Pkcs11Settings.Section}:PinFile ({failure.RV}).");
        }
        finally
        {
            CryptographicOperations.ZeroMemory(pin);
        }
    }
}
