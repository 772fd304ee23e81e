namespace Jpos.Application.Ports;

/// <summary>Serializes views.</summary>
public interface IViewSerializer
{
    string Serialize(object view);

    /// <summary>Returns the ETag of a view: a short text that differs for different views.</summary>
    string ETagOf(object view);
}
