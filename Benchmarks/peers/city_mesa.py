#!/usr/bin/env python3
"""The rules of `city-bench kernel` in Mesa: an agent a person, asked once a year.

    python city_mesa.py ROSTER PEOPLE [YEARS]

Takes the first PEOPLE lines of the roster (as many as Mesa can bear), makes one run and prints what it took.
"""
import json
import sys
import time

import mesa

from city_numpy import roster, tables


class Person(mesa.Agent):
    def __init__(self, model, house, age, sex, child, away):
        super().__init__(model)
        self.house, self.age, self.sex, self.child, self.here = house, age, sex, child, not away

    def step(self):
        self.age += 1
        model = self.model
        draw = model.random.random
        if draw() < model.death[self.sex][self.age]:
            self.remove()
        elif self.here:
            if self.child and draw() < model.leave[self.sex][self.age]:
                self.here = False
        elif draw() < model.back[self.sex][self.age]:
            self.here = True


class City(mesa.Model):
    def __init__(self, people, seed=1):
        super().__init__(seed=seed)
        self.death, self.leave, self.back = (table.tolist() for table in tables())
        for person in people:
            Person(self, *person)

    def step(self):
        self.agents.do("step")

    def figures(self):
        houses = {}
        for agent in self.agents:
            if agent.here:
                houses.setdefault(agent.house, []).append(agent.age)
        ages = [age for house in houses.values() for age in house]
        return (len(ages), sum(a < 15 for a in ages), sum(a >= 65 for a in ages), sum(a >= 75 for a in ages), len(houses),
                sum(len(h) == 1 for h in houses.values()), sum(min(h) >= 65 for h in houses.values()))


def main():
    house, age, sex, child, away, _ = roster(sys.argv[1])
    count = int(sys.argv[2])
    years = int(sys.argv[3]) if len(sys.argv) > 3 else 30
    people = list(zip(house.tolist(), age.tolist(), sex.tolist(), child.tolist(), away.tolist()))[:count]
    model = City(people)
    start, processor = time.perf_counter(), time.process_time()
    figures = []
    for year in range(1, years + 1):
        model.step()
        if year in (10, 20, 30, years):
            figures.append(model.figures())
    print(json.dumps({
        "wall": time.perf_counter() - start, "cpu": time.process_time() - processor, "mesa": mesa.__version__,
        "personYears": len(people) * years, "people": len(people), "population": figures[-1][0]}))


if __name__ == "__main__":
    main()
