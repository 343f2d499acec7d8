// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.read.writer;

import org.frugalvision.nodes.run.OutputFile;
import org.frugalvision.nodes.table.ImageColumnsProvider;
import org.frugalvision.nodes.table.ImageTypes;
import org.frugalvision.nodes.table.LabelColumn;
import org.frugalvision.nodes.table.LabelColumnsProvider;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.updates.util.BooleanReference;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.text.TextInputWidget;
import org.knime.node.parameters.widget.text.TextInputWidgetValidation.PatternValidation.IsNotBlankValidation;

/** Settings of the Image Writer. */
@LoadDefaultsForAbsentFields
final class ImageWriterNodeParameters implements NodeParameters {

    /** Refers to "Folder per class". */
    static final class FoldersReference implements BooleanReference {
    }

    @Widget(title = "Image column", description = "The column with the images.")
    @ChoicesProvider(ImageColumnsProvider.class)
    String m_imageColumn = "";

    @Widget(title = "Folder", description = """
            The folder to write into; it is created where it is missing. An absolute path, a path relative to the
            folder of the workflow, or a URL such as "knime://knime.workflow/data/written".
            """)
    @TextInputWidget(placeholder = "knime://knime.workflow/data/written",
        patternValidation = IsNotBlankValidation.class)
    String m_folder = "";

    @Widget(title = "Folder per class", description = "Writes the images of every class into a folder of their own.")
    @ValueReference(FoldersReference.class)
    boolean m_folderPerClass = true;

    @Widget(title = "Label column", description = "The column with the class of each image.")
    @ChoicesProvider(LabelColumnsProvider.class)
    @Effect(predicate = FoldersReference.class, type = EffectType.SHOW)
    String m_labelColumn = "";

    @Widget(title = "If a file exists", description = "What happens when a file to be written is there already.")
    @ValueSwitchWidget
    OutputFile.Existing m_existing = OutputFile.Existing.FAIL;

    ImageWriterNodeParameters() {
    }

    ImageWriterNodeParameters(final NodeParametersInput input) {
        m_imageColumn = input.getInTableSpec(0).map(ImageTypes::firstColumn).orElse("");
        m_labelColumn = input.getInTableSpec(0).map(LabelColumn::suggested).orElse("");
    }
}
