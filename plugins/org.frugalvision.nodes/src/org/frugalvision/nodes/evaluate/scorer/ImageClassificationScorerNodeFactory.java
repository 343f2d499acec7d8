// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.evaluate.scorer;

import java.util.function.Function;

import org.frugalvision.nodes.port.NetworkPortObject;
import org.frugalvision.nodes.view.ViewPage;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.core.node.port.image.ImagePortObject;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** The node <i>Image Classification Scorer</i>. */
public final class ImageClassificationScorerNodeFactory extends DefaultNodeFactory {

    /** One for each node, as its page is. */
    private static final Function<ViewPage, DefaultNode> NODE = page -> DefaultNode.create() //
        .name("Image Classification Scorer") //
        .icon("image-classification-scorer.png") //
        .shortDescription("Compares predicted with true classes, and accuracy with what it cost.") //
        .fullDescription("""
                <p>Compares the predicted classes of a table with the true ones. Accuracy alone hides what happens to
                rare classes, so balanced accuracy, precision, F1 and the area under the ROC curve stand beside it. They
                are means over classes as scikit-learn takes them: macro precision and macro F1 over the classes that
                occur in truth or prediction, where the precision of a class that was never predicted counts as 0
                (in the class scores it is missing); balanced accuracy, which is the mean recall, and the area under
                the curve over the classes that have images. The area under the curve of a class is exact (ties count
                half) and compares the class with all others; it and the log loss need the probability columns that
                belong to the prediction column, as a CNN Predictor makes them: "Prediction (label)" has
                "P (label=class)", and a suffix stands behind all of these names. The log loss takes probabilities
                below 1e-15 as 1e-15.</p>
                <p>Connect the network, and the overall scores also say what the network cost; connect the cost table
                of a selection, and its costs are added, each piece of work once. Connect the overall scores of
                another scorer as earlier results, and its rows come first: that puts a saving beside the full
                training in one table.</p>
                <p>Rows without true or predicted class are skipped, and one warning counts them. A true class that the
                network does not know counts as predicted wrong.</p>
                """) //
        .sinceVersion(5, 8, 0) //
        .ports(ports -> ports //
            .addInputTable("Predictions", "A table with the true and the predicted class of each image.") //
            .addInputPort("Network", "The network that predicted (optional): adds its costs.",
                NetworkPortObject.TYPE_OPTIONAL) //
            .addInputPort("Further costs", "A cost table (optional): its costs are added to those of the network.",
                BufferedDataTable.TYPE_OPTIONAL) //
            .addInputPort("Earlier results", "Overall scores of another scorer (optional): its rows come first.",
                BufferedDataTable.TYPE_OPTIONAL) //
            .addOutputTable("Class scores", "One row per class: images, predictions, precision, recall, F1, area "
                + "under the ROC curve.") //
            .addOutputTable("Overall scores", "One row per result: scores over all classes, then the costs.") //
            .addOutputPort("Confusion matrix", "A picture of how often each class was predicted as each other.",
                ImagePortObject.TYPE)) //
        .model(model -> model //
            .parametersClass(ImageClassificationScorerNodeParameters.class) //
            .configure(ImageClassificationScorer::configure) //
            .execute(ImageClassificationScorer::execute)) //
        .addView(view -> page.declare(view, ScorerView.DESCRIPTION)) //
        .nodeType(NodeType.Other) //
        .keywords("accuracy", "balanced accuracy", "confusion matrix", "AUC", "ROC", "F1", "evaluate", "cost");

    /** Called by KNIME. */
    public ImageClassificationScorerNodeFactory() {
        super(NODE.apply(ScorerView.page()));
    }
}
