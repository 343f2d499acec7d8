// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.learn.predictor;

/**
 * What is appended beside the class.
 *
 * @param probabilities whether a probability for each class
 * @param confidence whether the probability of the predicted class
 * @param topClasses how many of the most probable classes
 * @param loss whether how surprised the network is by the true class
 * @param embedding whether what enters the last layer
 */
record Extras(boolean probabilities, boolean confidence, int topClasses, boolean loss, boolean embedding) {

    static final Extras NONE = new Extras(false, false, 0, false, false);
}
