// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.learn.reader;

import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.widget.text.TextInputWidget;

/** Settings of the CNN Reader. */
@LoadDefaultsForAbsentFields
final class CnnReaderNodeParameters implements NodeParameters {

    @Widget(title = "File", description = """
            The file that a CNN Writer has written: an absolute path, a path relative to the folder of the workflow,
            or a URL such as "knime://knime.workflow/data/network.zip".
            """)
    @TextInputWidget(placeholder = "knime://knime.workflow/data/network.zip")
    String m_file = "";
}
