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
                (in the class scores it is missing); weighted F1 over the images; balanced accuracy, which is the mean
                recall, and the area under the curve over the classes that have images. The interval of the accuracy
                holds the true one in 95 of 100 test sets (Wilson).</p>
                <p>All scores are from 0 to 1 and 1 is best, but for three of which 0 is best: the <b>log loss</b>,
                which has no upper end (probabilities below 1e-15 count as 1e-15); the <b>Brier score</b>, the squared
                error of the probabilities summed over the classes, from 0 to 2 (with two classes half of it, from 0 to
                1); and the <b>expected calibration error</b>, how far the network is as sure as it is right: images are
                put into 15 bins of equal width by the probability of the predicted class, each bin with its upper end
                and without its lower one, and the distances of accuracy and mean confidence of the bins are averaged
                over the images. Cohen's kappa is from -1 to 1. The area under the curve of a class is exact (equal
                probabilities count half) and compares the class with all others; the average precision is the sum of
                precision times growth of recall over the probabilities that occur, without interpolation.</p>
                <p>Scores of probabilities need the columns that belong to the prediction column, as a CNN Predictor
                makes them: "Prediction (label)" has "P (label=class)", and a suffix stands behind all of these names.
                Without them these scores are missing, and a warning says so.</p>
                <p>If a CNN Predictor appended its most probable classes ("Top 1", "Top "
                    + "2", ...), the top-k accuracy is the
                share of the images whose true class is among them.</p>
                <p>The <b>mistakes</b> are listed by their loss, the negative natural logarithm of the probability of
                the true class, the greatest first; equal ones, and all without probabilities, in the order of the
                table. Look at the first ones: they are hard images and wrong labels.</p>
                <p>A <b>second prediction column</b> is compared with the first one on the same images by McNemar's
                test, which only counts images on which exactly one is right: exactly by the binomial distribution below
                25 of them, by chi-square with continuity correction from 25 on. A p above 0.05 says that the images do
                not tell which of the two is better.</p>
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
                + "under the ROC curve, average precision.") //
            .addOutputTable("Overall scores", "One row per result: scores over all classes, the costs, and the first "
                + "digits of the network's fingerprint, by which a Frugality Report finds it.") //
            .addOutputPort("Confusion matrix", "A picture of how often each class was predicted as each other.",
                ImagePortObject.TYPE) //
            .addOutputTable("Confusion table", """
                    The numbers of images as a table: a row for each true class, a column for each class that can be
                    predicted. Empty above 2,000 columns.
                    """) //
            .addOutputTable("Mistakes", """
                    One row per image that was predicted wrong, with its row ID: image, true and predicted class, the
                    probability of the predicted class, and the loss; the worst first.
                    """) //
            .addOutputPort("Reliability", """
                    A picture of the accuracy by how sure the network was; below the diagonal it is too sure.
                    """, ImagePortObject.TYPE) //
            .addOutputPort("ROC curves", """
                    A picture of the ROC curves of the classes; of more than 8 those with the smallest area.
                    """, ImagePortObject.TYPE) //
            .addOutputTable("Comparison", """
                    One row that compares the two predictions: images on which both, one or none is right, accuracies,
                    their difference (-1 to 1) with its 95 % interval (Bonett and Price), and p. Without a second
                    prediction column it is empty.
                    """)) //
        .model(model -> model //
            .parametersClass(ImageClassificationScorerNodeParameters.class) //
            .configure(ImageClassificationScorer::configure) //
            .execute(ImageClassificationScorer::execute)) //
        .addView(view -> page.declare(view, ScorerView.DESCRIPTION)) //
        .nodeType(NodeType.Other) //
        .keywords("accuracy", "balanced accuracy", "confusion matrix", "AUC", "ROC", "F1", "evaluate", "cost",
            "calibration", "reliability", "Brier", "McNemar", "mistakes", "errors", "compare models");

    /** Called by KNIME. */
    public ImageClassificationScorerNodeFactory() {
        super(NODE.apply(ScorerView.page()));
    }
}
