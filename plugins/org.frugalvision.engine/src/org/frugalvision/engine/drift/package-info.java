// SPDX-License-Identifier: Apache-2.0
/** Whether a network in use still sees what it was trained for: detectors over a stream of predictions. */
package org.frugalvision.engine.drift;
