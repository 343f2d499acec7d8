// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.learn.recipe;

import java.util.stream.Collectors;

import org.frugalvision.engine.augment.Operations;
import org.frugalvision.engine.recipe.TrainingMethodInfo;
import org.frugalvision.engine.recipe.TrainingMethods;
import org.frugalvision.engine.recipe.Trait;
import org.frugalvision.nodes.augment.OperationText;
import org.frugalvision.nodes.port.TrainingRecipePortObject;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** The node <i>CNN Training Recipe</i>. */
public final class CnnTrainingRecipeNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("CNN Training Recipe") //
        .icon("cnn-training-recipe.png") //
        .shortDescription("Chooses a method that takes part in the training of a network.") //
        .fullDescription("""
                <p>Chooses a method that takes part in a training: it changes the images or labels of each batch before
                the network sees them. Connect it to a CNN Learner. Several of these nodes in a row make a recipe of
                several methods, which take part in this order; two methods that decide the same are refused.</p>
                <p>Methods change nothing but the training: validation images and predictions see the images as they
                are. What a method draws at random follows from the seed of the learner and the number of the
                update.</p>
                <p>The methods:</p>
                """ + TrainingMethodText.list() + """
                <p>Where images have several labels, the CNN Learner refuses the methods that need one class per image:
                """ + needOneClass() + """
                .</p>
                <p>The operations of run-time augmentation:</p>
                """ + OperationText.list(Operations.infos())) //
        .sinceVersion(5, 8, 0) //
        .ports(ports -> ports //
            .addInputPort("Recipe so far", "The methods that come before (optional).",
                TrainingRecipePortObject.TYPE_OPTIONAL) //
            .addOutputPort("Training recipe", "The recipe with this method at its end.",
                TrainingRecipePortObject.TYPE)) //
        .model(model -> model //
            .parametersClass(CnnTrainingRecipeNodeParameters.class) //
            .configure(CnnTrainingRecipe::configure) //
            .execute(CnnTrainingRecipe::execute)) //
        .nodeType(NodeType.Source) //
        .keywords("deep learning", "regularization", "augmentation", "mixup", "CutMix", "label smoothing",
            "random erasing", "cutout", "overfitting");

    private static String needOneClass() {
        return TrainingMethods.infos().stream().filter(info -> info.traits().contains(Trait.NEEDS_ONE_CLASS))
            .map(TrainingMethodInfo::label).collect(Collectors.joining(", "));
    }

    /** Called by KNIME. */
    public CnnTrainingRecipeNodeFactory() {
        super(NODE);
    }
}
