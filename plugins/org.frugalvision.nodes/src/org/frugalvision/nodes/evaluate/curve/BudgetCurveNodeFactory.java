// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.evaluate.curve;

import java.util.function.Function;

import org.frugalvision.engine.train.Updaters;
import org.frugalvision.nodes.port.NetworkPortObject;
import org.frugalvision.nodes.port.TrainingRecipePortObject;
import org.frugalvision.nodes.run.MethodText;
import org.frugalvision.nodes.view.ViewPage;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.core.node.port.image.ImagePortObject;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** The node <i>Budget Curve</i>. */
public final class BudgetCurveNodeFactory extends DefaultNodeFactory {

    /** One for each node, as its page is. */
    private static final Function<ViewPage, DefaultNode> NODE = page -> DefaultNode.create() //
        .name("Budget Curve") //
        .icon("budget-curve.png") //
        .shortDescription("Tells how many images or labels you need, and whether clever selection is worth it.") //
        .fullDescription("""
                <p>Chooses images by several methods under several budgets, trains a network on each choice, judges it
                by the test images, and does all of it again with other random numbers. Methods x budgets x repeats
                trainings are made; the progress tells the time left. Random selection is always among the methods,
                because many published methods do not beat it.</p>
                <p>All methods of one repeat start from the same weights and, in rounds, from the same first images, so
                that they can be compared pair by pair. Every training takes the same number of updates, so that only
                the images differ. <i>Each budget anew</i> chooses each budget from all images, as for a smaller
                training set. <i>Rounds of labeling</i> plays active learning with labels that are known but hidden: the
                network of one round chooses for the next.</p>
                <p>The p value says how likely a difference of this size would be if the method were no better than
                random (paired t-test over the repeats): above 0.05 read it as not significant, and remember that among
                many comparisons some are small by chance. <i>Labeling efficiency</i> is how many times as many images
                random needs for the accuracy that it reaches with the largest budget; missing where a method does not
                reach it, or does with its smallest budget. Do not decide by these test images what you publish by
                them.</p>
                <p>Methods that need probabilities, embeddings, distances to class boundaries, passes with dropout (10
                for each image, by a network that has dropout) or smallest changes of pixels ask the network to choose
                with, or in rounds that of the round before; what that costs is in the table. Methods that need a query,
                private images, a pretext task, the probabilities of two rounds or what an earlier training has noted
                are refused, because there is no input for these: compare them with several Image Subset Selectors.</p>
                <p>With a checkpoint folder every finished training is kept in a file of its own. A node that was
                canceled or killed goes on from there, further methods, budgets and repeats only train what is new, and
                outcomes of other images or settings in the same folder are left alone.</p>
                <p>The optimizers, with their usual settings:</p>
                """ + MethodText.list(Updaters.infos())) //
        .sinceVersion(5, 8, 0) //
        .ports(ports -> ports //
            .addInputPort("Network", """
                    An architecture, or a trained network from whose weights every training starts.
                    """, NetworkPortObject.TYPE) //
            .addInputTable("Images", "Labeled images to choose from.") //
            .addInputTable("Test images", "Labeled images that every network is judged by.") //
            .addInputPort("Network to choose with", """
                    A trained network (optional) that methods may ask, if each budget is chosen anew.
                    """, NetworkPortObject.TYPE_OPTIONAL) //
            .addInputPort("Training recipe", "Training methods (optional) that take part in every training.",
                TrainingRecipePortObject.TYPE_OPTIONAL) //
            .addOutputTable("Trainings", """
                    One row for each training: method, budget, repeat, accuracy, balanced accuracy, and what choosing
                    and training have cost, in rounds with that of the rounds before.
                    """) //
            .addOutputTable("Summary", """
                    One row for each method and budget: mean and standard deviation, difference to random with its p
                    value, and for the whole curve the mean accuracy over all budgets and the labeling efficiency.
                    """) //
            .addOutputPort("Curves", "Mean accuracy by budget, with bars of one standard deviation.",
                ImagePortObject.TYPE)) //
        .model(model -> model //
            .parametersClass(BudgetCurveNodeParameters.class) //
            .configure(BudgetCurveNode::configure) //
            .execute(BudgetCurveNode::execute)) //
        .addView(view -> page.declare(view, CurveView.DESCRIPTION)) //
        .nodeType(NodeType.Manipulator) //
        .keywords("learning curve", "active learning", "coreset", "how many images", "how many labels",
            "labeling efficiency", "sample size", "benchmark");

    /** Called by KNIME. */
    public BudgetCurveNodeFactory() {
        super(NODE.apply(CurveView.page()));
    }
}
