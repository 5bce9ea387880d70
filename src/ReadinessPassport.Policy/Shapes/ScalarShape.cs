namespace ReadinessPassport.Policy;

/// <summary>A shape of a single value.</summary>
internal abstract class ScalarShape : Shape
{
    public sealed override void Check(YamlNode node, ShapeContext context)
    {
        if (node is YamlScalar scalar)
            Check(scalar, context);
        else
            context.Refuse(PolicyCodes.WrongForm, node, "a " + node.Kind, Expected);
    }

    protected abstract void Check(YamlScalar scalar, ShapeContext context);

    /// <summary>Notes a text that another YAML reader would take for something else.</summary>
    /// <returns>Whether it is text to every reader.</returns>
    protected bool IsText(YamlScalar scalar, ShapeContext context)
    {
        if (!scalar.IsPlain || !PlainScalars.IsAmbiguous(scalar.Text))
            return true;
        context.Refuse(PolicyCodes.WrongForm, scalar, scalar.Text.Length == 0 ? "nothing" : $"'{StrictYaml.Shorten(scalar.Text)}' without quotes", Expected + (scalar.Text.Length == 0 ? "" : ", in quotes"));
        return false;
    }
}
