// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.evaluate.fresh;

import org.knime.core.node.NodeFactory.NodeType;
import org.knime.core.node.port.image.ImagePortObject;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** The node <i>Fresh Test Set Check</i>. */
public final class FreshTestSetCheckNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Fresh Test Set Check") //
        .icon("fresh-test-set-check.png") //
        .shortDescription("Tells how much accuracy is lost on images that nobody has tuned on.") //
        .fullDescription("""
                <p>A test set that has chosen between many networks flatters them. The remedy is a second one,
                collected by the same protocol, that has chosen nothing: Recht, Roelofs, Schmidt and Shankar (2019)
                collected new images for CIFAR-10 and ImageNet, and known networks lost 3 to 15 points of accuracy,
                the better ones less than the others. Of 20 networks that differ in their seed only, the best on 100
                Fashion-MNIST images lost 4 points on other images, and one that nobody had chosen none; the interval
                told it in one of seven cases only, so one that holds 0 proves nothing (bench/run FreshTestBench).
                Connect the predictions for both sets. Each prediction column that both tables have is a model.</p>
                <p><b>Drop</b> is the original less the fresh accuracy, from -1 to 1, with an interval of 95 %
                (Newcombe, from the intervals of the two accuracies), z by the pooled accuracy, and p, how likely a
                change of this size would be if both sets were equally hard. Missing where all images or none are
                predicted right. Among many models some p are small by chance: <i>p (Holm)</i> makes up for the number
                of models in the table, and cannot know of those that were checked before.</p>
                <p><b>Another mix of classes</b> changes the accuracy, too. <i>Class shift</i> is the share of the
                images that would have to be of another class, from 0 to 1; <i>drop at equal shares</i> weighs the fresh
                recall of each class by its share of the original set, with an interval by the normal approximation,
                which needs some images of every class. A warning says when the two drops are a point apart or more.</p>
                <p><b>Several models</b> make a line of the fresh over the original accuracy by least squares: a slope
                above 1 says that better models lose less. The row <i>Probit</i> is the same line through the normal
                quantiles of the accuracies, which fits models of very different accuracy better; missing if an accuracy
                is 0 or 1. The rank correlation (Spearman) is 1 if no model overtakes another. Two models always lie on
                a line.</p>
                <p>Before you believe a drop, look for images of the training set among those of either test set: the
                Image Duplicate Finder compares two tables. And use a fresh set once: as soon as it has chosen something
                it is as worn as the first.</p>
                <p>Rows without label or without one of the predictions are left out for all models, and a warning
                counts them.</p>
                """) //
        .sinceVersion(5, 8, 0) //
        .ports(ports -> ports //
            .addInputTable("Original test set", "Predictions for the test set that was used so far.") //
            .addInputTable("Fresh test set", "Predictions of the same networks for new images.") //
            .addOutputTable("Accuracy drops", """
                    One row per model: images, accuracy and interval on both sets, drop with interval, z and p, class
                    shift, drop at equal class shares, and the rank of the model on both sets (1 is best, equal ones
                    share it).
                    """) //
            .addOutputTable("Line", """
                    Slope, intercept and share of the explained variance (0 to 1) of the line through the models, for
                    accuracies and for their probits, and the rank correlation (-1 to 1). Missing for one model.
                    """) //
            .addOutputPort("Accuracies", "A picture of the fresh over the original accuracy of each model.",
                ImagePortObject.TYPE)) //
        .model(model -> model //
            .parametersClass(FreshTestSetCheckNodeParameters.class) //
            .configure(FreshTestSetCheck::configure) //
            .execute(FreshTestSetCheck::execute)) //
        .nodeType(NodeType.Other) //
        .keywords("generalization", "overfitting", "new test set", "accuracy drop", "CIFAR-10.1", "ImageNetV2",
            "compare models", "confidence interval");

    /** Called by KNIME. */
    public FreshTestSetCheckNodeFactory() {
        super(NODE);
    }
}
