using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Jpos.Tests.Architecture;

/// <summary>Which folders of a project use which, read from its compiled types. The folder of a type is its namespace.</summary>
internal static class FolderDependencies
{
    /// <summary>Returns each dependency once, as <c>Accounts -> Batches</c>; the project itself is <c>.</c>.</summary>
    public static IReadOnlySet<string> Of(string assembly, string rootNamespace)
    {
        using var module = ModuleDefinition.ReadModule(assembly);
        return module.GetTypes()
            .Where(type => IsOf(rootNamespace, type))
            .SelectMany(type => Used(type).Select(Definition).Where(used => used?.Module == module && IsOf(rootNamespace, used)).Select(used => (From: Folder(rootNamespace, type), To: Folder(rootNamespace, used!))))
            .Where(pair => pair.From != pair.To)
            .Select(pair => $"{pair.From} -> {pair.To}")
            .ToHashSet();
    }

    /// <summary>Returns the folders of a cycle, in its order; none if there is no cycle.</summary>
    public static IReadOnlyList<string> Cycle(IEnumerable<string> dependencies)
    {
        var targets = dependencies.Select(line => line.Split(" -> ")).ToLookup(pair => pair[0], pair => pair[1]);
        var (path, done) = (new List<string>(), new HashSet<string>());
        return targets.Select(folder => Visit(folder.Key)).FirstOrDefault(cycle => cycle.Count > 0) ?? [];

        IReadOnlyList<string> Visit(string folder)
        {
            if (path.IndexOf(folder) is >= 0 and var start)
            {
                return [.. path[start..], folder];
            }

            if (!done.Add(folder))
            {
                return [];
            }

            path.Add(folder);
            var cycle = targets[folder].Select(Visit).FirstOrDefault(found => found.Count > 0) ?? [];
            path.Remove(folder);
            return cycle;
        }
    }

    private static bool IsOf(string rootNamespace, TypeDefinition type) =>
        Outermost(type).Namespace is var name && (name == rootNamespace || name.StartsWith(rootNamespace + ".", StringComparison.Ordinal)) && !name.Contains(".Migrations", StringComparison.Ordinal);

    private static string Folder(string rootNamespace, TypeDefinition type) =>
        Outermost(type).Namespace is var name && name == rootNamespace ? "." : name[(rootNamespace.Length + 1)..].Replace('.', '/');

    private static TypeDefinition Outermost(TypeDefinition type) => type.DeclaringType is { } outer ? Outermost(outer) : type;

    private static TypeDefinition? Definition(TypeReference type) => type switch
    {
        TypeDefinition definition => definition,
        GenericParameter => null,
        TypeSpecification or GenericInstanceType => Definition(type.GetElementType()),
        _ => null,
    };

    private static IEnumerable<TypeReference> Used(TypeDefinition type)
    {
        IEnumerable<TypeReference?> used =
        [
            type.BaseType,
            .. type.Interfaces.Select(one => one.InterfaceType),
            .. type.GenericParameters.SelectMany(one => one.Constraints).Select(one => one.ConstraintType),
            .. Attributes(type),
            .. type.Fields.SelectMany(field => Attributes(field).Append(field.FieldType)),
            .. type.Properties.SelectMany(property => Attributes(property).Append(property.PropertyType)),
            .. type.Methods.SelectMany(Used),
        ];
        return used.OfType<TypeReference>().SelectMany(Parts);
    }

    private static IEnumerable<TypeReference?> Used(MethodDefinition method) =>
    [
        method.ReturnType,
        .. method.Parameters.SelectMany(parameter => Attributes(parameter).Append(parameter.ParameterType)),
        .. method.GenericParameters.SelectMany(one => one.Constraints).Select(one => one.ConstraintType),
        .. Attributes(method),
        .. method.HasBody ? method.Body.Variables.Select(variable => variable.VariableType) : [],
        .. method.HasBody ? method.Body.Instructions.SelectMany(Used) : [],
    ];

    private static IEnumerable<TypeReference?> Used(Instruction instruction) => instruction.Operand switch
    {
        TypeReference type => [type],
        GenericInstanceMethod method => [method.DeclaringType, .. method.GenericArguments],
        MemberReference member => [member.DeclaringType],
        _ => [],
    };

    private static IEnumerable<TypeReference?> Attributes(ICustomAttributeProvider provider) =>
        provider.CustomAttributes.SelectMany(attribute => attribute.ConstructorArguments.Select(argument => argument.Value as TypeReference).Append(attribute.AttributeType));

    private static IEnumerable<TypeReference> Parts(TypeReference type) =>
        type is GenericInstanceType generic ? [generic, .. generic.GenericArguments.SelectMany(Parts)]
        : type is TypeSpecification specification ? [type, .. Parts(specification.ElementType)]
        : [type];
}
