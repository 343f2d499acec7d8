// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.select.subset;

import org.frugalvision.nodes.table.OptionalColumns;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.widget.choices.ChoicesProvider;

/** Columns that tell what a method must know, where it is not asked of the network. */
@LoadDefaultsForAbsentFields
final class SourceParameters implements NodeParameters {

    @Widget(title = "Prediction column", description = """
            The prediction of a CNN Predictor whose probabilities are used; None: the connected network makes them. Read
            by methods that need probabilities.
            """)
    @ChoicesProvider(OptionalColumns.StringsOfFirstPort.class)
    String m_prediction = "";

    @Widget(title = "Embedding column", description = """
            A column of lists of numbers, such as the embeddings of a CNN Predictor; None: the connected network makes
            them, and without a network small versions of the images stand for them. Read by methods that compare
            images.
            """)
    @ChoicesProvider(OptionalColumns.ListsOfFirstPort.class)
    String m_embedding = "";

    @Widget(title = "Column of forgetting events", description = """
            How often each image was forgotten, from the outcomes of a CNN Learner with the method Training history;
            None: the column "Forgetting events". Read by the method of that name.
            """)
    @ChoicesProvider(OptionalColumns.NumbersOfFirstPort.class)
    String m_forgetting = "";
}
