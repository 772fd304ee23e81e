namespace Jpos.Application.Ports;

/// <summary>What is to be seen of things, as text.</summary>
public interface IViewSerializer
{
    string Serialize(object view);

    /// <summary>Short, and another one for everything that looks different: an entity tag.</summary>
    string ETagOf(object view);
}
