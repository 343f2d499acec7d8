// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.evaluate.multilabel;

import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** The node <i>Multi-label Scorer</i>. */
public final class MultiLabelScorerNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Multi-label Scorer") //
        .icon("multi-label-scorer.png") //
        .shortDescription("Scores predictions of several labels per image, and finds a threshold for each class.") //
        .fullDescription("""
                <p>Compares lists of true labels with the probabilities of a network that tells several labels per
                image, or none. A label is told if its probability is above a threshold, not equal to it. The
                probabilities of a row do not sum to 1, as each class stands for itself; they are found by the name of
                the prediction column: "Prediction (label)" has "P (label=class)".</p>
                <p>Rare labels seldom get a probability above 0.5. Connect predictions of <b>validation images</b>, and
                the node finds on them a threshold for each class by which the F-beta score is highest, and scores the
                table by these thresholds beside the one threshold. All classes start at 0.2, then each in turn tries
                0, 0.01, ... 0.99 and keeps the best, of equally good ones the lowest; a class without validation image
                keeps 0.2 (Singh and Uma Shankar 2022, arXiv:2201.01971). Never search on the images that you report:
                thresholds fitted to them look better than they are. The found thresholds are an output: connect them to
                another Multi-label Scorer or to a CNN Predictor, which then tell labels by them.</p>
                <p>Verdict: worth it, as it costs no pass through the network. On drawn satellite pictures with 13
                labels (LeNet, 3 seeds) F2 of the test images was 0.841 at 0.5, 0.864 at 0.2 and 0.878 at thresholds
                found on 105 validation images; with 3,000 images instead of 420 it was 0.916, 0.926 and 0.929, where
                in one seed of three 0.2 for all labels was better. Try 0.2 before you search: most of the gain is
                there.</p>
                <p><b>F-beta by image</b> is (1 + b2) TP / ((1 + b2) TP + b2 FN + FP) with b2 = beta squared, of the
                labels of one image, averaged over the images; 1 for an image without label of which none is told.
                Micro F1 counts all labels of all images together; macro F1 is the mean over the classes that have
                images or are told; subset accuracy is the share of images whose labels are all right; the Hamming loss
                is the share of all labels of all images that are wrong. The average precision and the AUC of a class do
                not depend on thresholds. All are as scikit-learn takes them, and what would be 0/0 is missing. Rows
                with a missing list, label or probability are skipped and counted in one warning.</p>
                """) //
        .sinceVersion(5, 8, 0) //
        .ports(ports -> ports //
            .addInputTable("Predictions", "The table to score: a column of lists of true labels, one of lists of "
                + "predicted labels, and a probability for each class.") //
            .addInputPort(MultiLabelScorer.SEARCHED, "A table with the same columns for other images (optional): "
                + "thresholds of the classes are searched on it.", BufferedDataTable.TYPE_OPTIONAL) //
            .addInputPort("Given thresholds", "Thresholds of the classes (optional), from another Multi-label Scorer: "
                + "columns \"Class\" and \"Threshold\" (0 to 1).", BufferedDataTable.TYPE_OPTIONAL) //
            .addOutputTable("Overall scores", "One row for the one threshold and, where there are some, one for the "
                + "thresholds of the classes: images, F-beta by image, micro F1, macro F1, mean average precision, "
                + "subset accuracy (all 0 to 1, 1 is best) and Hamming loss (0 to 1, 0 is best).") //
            .addOutputTable("Class scores", "One row per class: its threshold (0 to 1), images, predictions, true "
                + "positives, precision, recall, F-beta, area under the ROC curve and average precision (all 0 to "
                + "1).") //
            .addOutputTable("Thresholds", "One row per class of the network with the threshold (0 to 1) by which its "
                + "label was told.")) //
        .model(model -> model //
            .parametersClass(MultiLabelScorerNodeParameters.class) //
            .configure(MultiLabelScorer::configure) //
            .execute(MultiLabelScorer::execute)) //
        .nodeType(NodeType.Other) //
        .keywords("multi-label", "tagging", "F2", "F-beta", "threshold", "Hamming loss", "average "
            + "precision", "evaluate");

    /** Called by KNIME. */
    public MultiLabelScorerNodeFactory() {
        super(NODE);
    }
}
