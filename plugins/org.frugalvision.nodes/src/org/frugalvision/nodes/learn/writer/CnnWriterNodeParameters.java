// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.learn.writer;

import org.frugalvision.nodes.run.OutputFile;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.text.TextInputWidget;
import org.knime.node.parameters.widget.text.TextInputWidgetValidation.PatternValidation.IsNotBlankValidation;

/** Settings of the CNN Writer. */
@LoadDefaultsForAbsentFields
final class CnnWriterNodeParameters implements NodeParameters {

    /** Formats of files. */
    enum Format {
            @Label(value = "Frugal Vision", description = """
                    For a CNN Reader: everything that travels with a network, closed by a checksum.
                    """)
            FRUGAL_VISION, //
            @Label(value = "DL4J", description = """
                    For programs with DL4J 1.0.0-M2.1 (ModelSerializer.restoreComputationGraph), and for a CNN Reader:
                    layers and weights, class names and image size; without training shares, history and costs.
                    """)
            DL4J;
    }

    @Widget(title = "File", description = """
            The file to write: an absolute path, a path relative to the folder of the workflow, or a URL such as
            "knime://knime.workflow/data/network.zip". Missing folders are created.
            """)
    @TextInputWidget(placeholder = "knime://knime.workflow/data/network.zip",
        patternValidation = IsNotBlankValidation.class)
    String m_file = "";

    @Widget(title = "Format", description = "Who shall read the file.")
    @ValueSwitchWidget
    Format m_format = Format.FRUGAL_VISION;

    @Widget(title = "If a file exists", description = "What happens to a file of that name that is there already.")
    @ValueSwitchWidget
    OutputFile.Existing m_existing = OutputFile.Existing.FAIL;
}
