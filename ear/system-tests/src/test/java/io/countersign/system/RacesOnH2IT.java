package io.countersign.system;

class RacesOnH2IT extends Races {
    @Override
    House house() {
        return House.shared();
    }
}
