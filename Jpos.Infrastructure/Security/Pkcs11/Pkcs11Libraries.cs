using System.Reflection;
using System.Runtime.InteropServices;
using Net.Pkcs11Interop.Common;
using Net.Pkcs11Interop.HighLevelAPI;

namespace Jpos.Infrastructure.Security.Pkcs11;

/// <summary>Loads PKCS#11 libraries, each once for the whole process. A library is never finalized, because that would end the sessions of all other users in the process.</summary>
internal static class Pkcs11Libraries
{
    private static readonly Lock Loading = new();
    private static readonly Dictionary<string, IPkcs11Library> Loaded = [];
    private static bool isPrepared;

    /// <exception cref="InvalidOperationException">The library cannot be loaded.</exception>
    public static IPkcs11Library Load(string path)
    {
        lock (Loading)
        {
            if (!isPrepared)
            {
                NativeLibrary.SetDllImportResolver(typeof(Pkcs11InteropFactories).Assembly, FindLoader);
                isPrepared = true;
            }

            if (!Loaded.TryGetValue(path, out var library))
            {
                try
                {
                    library = Templates.Factories.Pkcs11LibraryFactory.LoadPkcs11Library(Templates.Factories, path, AppType.MultiThreaded);
                }
                catch (Exception failure) when (failure is UnmanagedException or Pkcs11Exception or LibraryArchitectureException or DllNotFoundException)
                {
                    throw new InvalidOperationException($"{Pkcs11Settings.Section}:Library cannot be loaded: {failure.Message}", failure);
                }

                Loaded.Add(path, library);
            }

            return library;
        }
    }

    /// <summary>Provides the system's loader library under the name that Pkcs11Interop asks for, which only development machines have.</summary>
    /// <returns>Zero for any other name, so that the usual search continues.</returns>
    private static IntPtr FindLoader(string name, Assembly assembly, DllImportSearchPath? search) =>
        name == "libdl" && NativeLibrary.TryLoad("libdl.so.2", assembly, search, out var loader) ? loader : IntPtr.Zero;
}
